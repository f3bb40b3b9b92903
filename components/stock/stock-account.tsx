import { Table, TableTbody, TableTd, TableTh, TableThead, TableTr } from "@mantine/core";
import { useTranslations } from "next-intl";
import { DateText, DateTimeText } from "@/components/ui/date-text";
import { DescriptionList } from "@/components/ui/description-list";
import { PlainTable } from "@/components/ui/plain-table";
import { QuantityText } from "@/components/ui/quantity-text";
import { SectionCard } from "@/components/ui/section-card";
import type { findStockAccount } from "@/lib/stock/queries";
import styles from "./stock.module.css";

type Account = NonNullable<Awaited<ReturnType<typeof findStockAccount>>>;

/** The head of a stock account: figures, where the goods lie, for whom they are kept. */
export function StockAccount({ account }: { account: Account }) {
  const t = useTranslations("stock.account");
  const { unit, minStock, maxStock } = account;
  const limits = [minStock, maxStock].map((limit) => limit?.toString() ?? "—").join(" / ");
  return (
    <>
      <SectionCard title={t("figures")}>
        <DescriptionList
          items={[
            {
              label: t("on_hand"),
              value: <QuantityText quantity={account.onHand} unit={unit} bold />,
            },
            {
              label: t("reserved"),
              value: <QuantityText quantity={account.reserved} unit={unit} />,
            },
            {
              label: t("free"),
              value: <QuantityText quantity={account.freeToPromise} unit={unit} bold />,
            },
            { label: t("min_max"), value: minStock || maxStock ? limits : "" },
          ]}
        />
        <p className={styles.hint}>{t("how")}</p>
      </SectionCard>
      <SectionCard title={t("places")} flush={account.places.length > 0}>
        <Places places={account.places} unit={unit} />
      </SectionCard>
      <SectionCard title={t("reservations")} flush={account.reservations.length > 0}>
        <Reservations rows={account.reservations} unit={unit} />
      </SectionCard>
      {account.holds.length > 0 ? (
        <SectionCard title={t("holds")}>
          <p className={styles.hint}>{t("holds_hint")}</p>
          <Holds holds={account.holds} unit={unit} />
        </SectionCard>
      ) : null}
    </>
  );
}

function Places({ places, unit }: { places: Account["places"]; unit: string }) {
  const t = useTranslations("stock");
  if (places.length === 0) return <p className={styles.hint}>{t("account.no_places")}</p>;
  return (
    <Table horizontalSpacing="md">
      <TableThead>
        <TableTr>
          <TableTh>{t("columns.bin_code")}</TableTh>
          <TableTh>{t("columns.batch_no")}</TableTh>
          <TableTh className="number">{t("columns.on_hand")}</TableTh>
          <TableTh className="number">{t("columns.reserved")}</TableTh>
        </TableTr>
      </TableThead>
      <TableTbody>
        {places.map(({ binCode, batchNo, onHand, reserved }) => (
          <TableTr key={`${batchNo} ${binCode}`}>
            <TableTd className="mono">{binCode}</TableTd>
            <TableTd className="mono">{batchNo || t("account.no_batch")}</TableTd>
            <TableTd className="number">
              <QuantityText quantity={onHand} unit={unit} />
            </TableTd>
            <TableTd className="number">
              <QuantityText quantity={reserved} unit={unit} />
            </TableTd>
          </TableTr>
        ))}
      </TableTbody>
    </Table>
  );
}

function Reservations({ rows, unit }: { rows: Account["reservations"]; unit: string }) {
  const t = useTranslations("stock.account");
  if (rows.length === 0) return <p className={styles.hint}>{t("no_reservations")}</p>;
  return (
    <Table horizontalSpacing="md">
      <TableThead>
        <TableTr>
          <TableTh>{t("customer")}</TableTh>
          <TableTh className="number">{t("quantity")}</TableTh>
          <TableTh>{t("reserved_at")}</TableTh>
        </TableTr>
      </TableThead>
      <TableTbody>
        {rows.map(({ id, contractNo, customerName, quantity, reservedAt }) => (
          <TableTr key={id}>
            <TableTd>
              <span className="mono">{contractNo ?? t("no_contract")}</span> {customerName}
            </TableTd>
            <TableTd className="number">
              <QuantityText quantity={quantity} unit={unit} />
            </TableTd>
            <TableTd>
              <DateTimeText at={reservedAt} />
            </TableTd>
          </TableTr>
        ))}
      </TableTbody>
    </Table>
  );
}

/** What drafts would like to keep: seen by everybody, binding nobody (Q28). */
function Holds({ holds, unit }: { holds: Account["holds"]; unit: string }) {
  const t = useTranslations("stock.account");
  return (
    <PlainTable
      caption={t("holds")}
      head={[t("held_by"), t("quantity"), t("held_until")]}
      rows={holds.map(({ contractId, by, quantity, until }) => ({
        id: contractId,
        cells: [
          by,
          <QuantityText key="quantity" quantity={quantity} unit={unit} />,
          <DateText key="until" date={until} near />,
        ],
      }))}
    />
  );
}
