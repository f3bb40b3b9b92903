import { useTranslations } from "next-intl";
import { DateText, DateTimeText } from "@/components/ui/date-text";
import { PlainTable } from "@/components/ui/plain-table";
import { SectionCard } from "@/components/ui/section-card";
import type { ShipmentDetail } from "@/lib/dispatch/shipment-queries";

/** Every contact about this shipment, in order (R1.2.3-d). */
export function ContactHistory({ contacts }: { contacts: ShipmentDetail["confirmations"] }) {
  const t = useTranslations("dispatch");
  return (
    <SectionCard title={t("follow_up.history_title")} clause="R1.2.3-d" flush>
      <PlainTable
        caption={t("follow_up.history_title")}
        empty={t("empty.contacts")}
        head={[
          t("follow_up.contacted_at"),
          t("follow_up.channel"),
          t("follow_up.contact_name"),
          t("follow_up.result"),
          t("follow_up.received_on"),
          t("follow_up.received_by"),
          t("follow_up.problem_text"),
          t("follow_up.action"),
          t("follow_up.recorded_by"),
        ]}
        rows={contacts.map((contact) => ({
          id: contact.id,
          cells: [
            <DateTimeText key="at" at={contact.contactedAt} />,
            t(`channels.${contact.channel as "PHONE"}`),
            `${contact.contactName} ${contact.contactPhone}`,
            t(`results.${contact.result}`),
            <DateText key="received" date={contact.receivedOn} />,
            contact.receivedByName || "—",
            contact.problem || "—",
            contact.action || "—",
            contact.recordedByName,
          ],
        }))}
      />
    </SectionCard>
  );
}
