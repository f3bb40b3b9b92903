import { getTranslations } from "next-intl/server";
import { DateText, DateTimeText } from "@/components/ui/date-text";
import { DescriptionList } from "@/components/ui/description-list";
import { MoneyText } from "@/components/ui/money-text";
import { SectionCard } from "@/components/ui/section-card";
import type { ContractDetail } from "@/lib/contracts/queries";
import { RegisterConfirm } from "./register-confirm";

/** The contract's row in the register (F04), and the registrar's confirmation. */
export async function RegisterBlock({ contract }: { contract: ContractDetail }) {
  const t = await getTranslations("contracts");
  const { register } = contract;
  if (!register) return null;
  return (
    <SectionCard title={t("register.title")} clause="R1.1.5-c">
      <DescriptionList
        items={[
          { label: t("contract_no"), value: <span className="mono">{register.contractNo}</span> },
          { label: t("effective_on"), value: <DateText date={contract.effectiveOn} /> },
          {
            label: t("class_label"),
            value: t("register.class", {
              now: contract.contractClass ?? "—",
              original:
                register.originalClass === contract.contractClass
                  ? "none"
                  : (register.originalClass ?? "none"),
            }),
          },
          {
            label: t("tier"),
            value: register.tier ? t(`tiers.${register.tier as "NEW"}`) : null,
          },
          { label: t("shipped_amount"), value: <MoneyText amount={register.shippedAmount} /> },
          { label: t("received_amount"), value: <MoneyText amount={register.receivedAmount} /> },
          { label: t("outstanding"), value: <MoneyText amount={register.outstanding} /> },
          { label: t("shipped_dates"), value: register.shippedDates },
          { label: t("shipping_methods"), value: register.shippingMethods, wide: true },
          {
            label: t("registered_by"),
            value: register.registeredAt ? (
              <>
                {register.registeredByName} <DateTimeText at={register.registeredAt} />
              </>
            ) : (
              t("register.open")
            ),
          },
          { label: t("remark"), value: register.remark, wide: true },
        ]}
      />
      {contract.mayRegister ? <RegisterConfirm contractId={contract.id} /> : null}
    </SectionCard>
  );
}
