"use client";
import { Checkbox } from "@mantine/core";
import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionButton } from "@/components/form/action-button";
import { createWaybillAction } from "@/lib/dispatch/actions";
import type { ListToShip } from "@/lib/dispatch/queries";
import styles from "./dispatch.module.css";

type Props = { packingListId: string; lists: readonly ListToShip[] };

/** The waybill of this list, with other boxed lists to the same consignee if somebody wants them to go along. */
export function MakeWaybill({ packingListId, lists }: Props) {
  const t = useTranslations("dispatch.next");
  const router = useRouter();
  const [chosen, setChosen] = useState<readonly string[]>([packingListId]);
  const others = lists.filter(({ id }) => id !== packingListId);
  const own = lists.find(({ id }) => id === packingListId);

  const choose = (id: string, isChosen: boolean) =>
    setChosen((current) => (isChosen ? [...current, id] : current.filter((other) => other !== id)));

  return (
    <div className="stack">
      {others.length > 0 ? (
        <fieldset className={styles.choices}>
          <legend>{t("choose")}</legend>
          <Checkbox
            checked
            disabled
            label={`${[own?.docNo, own?.slipNo].filter(Boolean).join(" ")} (${t("this_list")})`}
          />
          {others.map(({ id, docNo, slipNo, customerName }) => (
            <Checkbox
              key={id}
              checked={chosen.includes(id)}
              onChange={(event) => choose(id, event.currentTarget.checked)}
              label={[docNo, slipNo, customerName].join(" ")}
            />
          ))}
        </fieldset>
      ) : null}
      <div className={styles.spread}>
        <ActionButton
          action={createWaybillAction}
          input={{ packingListIds: [...chosen] }}
          label={t("make_waybill")}
          tone="primary"
          doneMessage={t("waybill_made")}
          onDone={({ id }) => router.push(`/shipping/waybills/${id}` as Route)}
        />
      </div>
    </div>
  );
}
