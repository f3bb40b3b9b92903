import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button-link";
import { SectionCard } from "@/components/ui/section-card";
import type { ListToShip, PackingDetail } from "@/lib/dispatch/queries";
import { needsCourier } from "@/lib/shipping/labels";
import { DepartureForm } from "./departure-form";
import styles from "./dispatch.module.css";
import { MakeWaybill } from "./make-waybill";
import { PickUpForm } from "./pick-up-form";

type Props = { packing: PackingDetail; lists: readonly ListToShip[] };

/** How boxed goods leave: by the method of the notice, with a courier or without one. */
export function NextStep(props: Props) {
  const { packing } = props;
  const t = useTranslations("dispatch.next");
  const clause = needsCourier(packing.deliveryMethod) ? "R1.2.2-g" : "R1.2.2-i";
  return (
    <SectionCard title={t("title")} clause={clause} id="next-step">
      <Step {...props} />
    </SectionCard>
  );
}

function Step({ packing, lists }: Props) {
  const t = useTranslations("dispatch.next");
  const at = { packingListId: packing.id, rowVersion: packing.rowVersion };
  if (packing.slipStatus === "SHIPPED") {
    return (
      <div className={styles.row}>
        <span>{t("shipped")}</span>
        {packing.waybill ? <WaybillLink id={packing.waybill.id} /> : null}
        {packing.logEntryId ? (
          <ButtonLink href={`/shipping/follow-ups/${packing.logEntryId}`} variant="default">
            {t("to_log")}
          </ButtonLink>
        ) : null}
      </div>
    );
  }
  if (packing.waybill) {
    const { id, docNo } = packing.waybill;
    return (
      <div className={styles.row}>
        <span>{docNo ? t("on_waybill", { number: docNo }) : t("on_draft_waybill")}</span>
        <WaybillLink id={id} />
      </div>
    );
  }
  if (!packing.mayShip) return <p>{t("not_yours")}</p>;
  if (needsCourier(packing.deliveryMethod)) {
    return <MakeWaybill packingListId={packing.id} lists={lists} />;
  }
  if (packing.deliveryMethod === "PICKUP") return <PickUpForm {...at} />;
  return packing.mayDepart ? <DepartureForm {...at} /> : <p>{t("keeper_only")}</p>;
}

function WaybillLink({ id }: { id: string }) {
  const t = useTranslations("dispatch.next");
  return <ButtonLink href={`/shipping/waybills/${id}`}>{t("open_waybill")}</ButtonLink>;
}
