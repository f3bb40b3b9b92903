import { Table } from "@mantine/core";
import { useTranslations } from "next-intl";
import { DateTimeText } from "@/components/ui/date-text";
import { DescriptionList } from "@/components/ui/description-list";
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
    </>
  );
}

function Places({ places, unit }: { places: Account["places"]; unit: string }) {
  const t = useTranslations("stock");
  if (places.length === 0) return <p className={styles.hint}>{t("account.no_places")}</p>;
  return (
    <Table>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t("columns.bin_code")}</Table.Th>
          <Table.Th>{t("columns.batch_no")}</Table.Th>
          <Table.Th className="number">{t("columns.on_hand")}</Table.Th>
          <Table.Th className="number">{t("columns.reserved")}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {places.map(({ binCode, batchNo, onHand, reserved }) => (
          <Table.Tr key={`${batchNo} ${binCode}`}>
            <Table.Td className="mono">{binCode}</Table.Td>
            <Table.Td className="mono">{batchNo || t("account.no_batch")}</Table.Td>
            <Table.Td className="number">
              <QuantityText quantity={onHand} unit={unit} />
            </Table.Td>
            <Table.Td className="number">
              <QuantityText quantity={reserved} unit={unit} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Reservations({ rows, unit }: { rows: Account["reservations"]; unit: string }) {
  const t = useTranslations("stock.account");
  if (rows.length === 0) return <p className={styles.hint}>{t("no_reservations")}</p>;
  return (
    <Table>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t("customer")}</Table.Th>
          <Table.Th className="number">{t("quantity")}</Table.Th>
          <Table.Th>{t("reserved_at")}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map(({ id, contractNo, customerName, quantity, reservedAt }) => (
          <Table.Tr key={id}>
            <Table.Td>
              <span className="mono">{contractNo ?? t("no_contract")}</span> {customerName}
            </Table.Td>
            <Table.Td className="number">
              <QuantityText quantity={quantity} unit={unit} />
            </Table.Td>
            <Table.Td>
              <DateTimeText at={reservedAt} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
