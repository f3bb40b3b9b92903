"use client";
import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/form/action-button";
import { ButtonLink } from "@/components/ui/button-link";
import { StickyActionBar } from "@/components/ui/sticky-action-bar";
import { submitWalkInAction } from "@/lib/walkin/actions";
import type { WalkInDetail } from "@/lib/walkin/queries";

/** A draft, or what was returned: corrected, then sent to the department head. */
export function DraftActions({ walkIn }: { walkIn: WalkInDetail }) {
  const t = useTranslations("walkin.actions");
  return (
    <StickyActionBar>
      <ButtonLink variant="default" href={`/walk-in/${walkIn.id}/edit`}>
        {t("edit")}
      </ButtonLink>
      <ActionButton
        action={submitWalkInAction}
        input={{ walkInId: walkIn.id, rowVersion: walkIn.rowVersion }}
        label={t("submit")}
        tone="primary"
        confirm={{ effects: [t("submit_effect")] }}
      />
    </StickyActionBar>
  );
}
