"use client";
import { useTranslations } from "next-intl";
import { useWatch } from "react-hook-form";
import type * as z from "zod";
import { ActionForm } from "@/components/form/action-form";
import { CheckboxField, SelectField } from "@/components/form/choice-fields";
import type { FormAction } from "@/components/form/run-action";
import { useActionForm } from "@/components/form/use-action-form";
import { InlineNotice } from "@/components/ui/inline-notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { boxPackingInput } from "@/lib/dispatch/schema";
import styles from "./dispatch.module.css";

export type BoxValues = z.input<typeof boxPackingInput>;

type Props = {
  packing: { id: string; rowVersion: number };
  checkers: readonly { id: string; displayName: string }[];
  actorId: string;
  /** Lines that nobody has compared with the goods yet. */
  untickedCount: number;
  isUnsaved: boolean;
  action: FormAction<BoxValues, unknown>;
};

/** Compared with the contract, checked by somebody, boxed (R1.2.2-f). */
export function BoxPanel(props: Props) {
  const { packing, checkers, actorId, untickedCount, isUnsaved, action } = props;
  const t = useTranslations("dispatch.box");
  const state = useActionForm({
    schema: boxPackingInput,
    action,
    defaultValues: {
      packingListId: packing.id,
      rowVersion: packing.rowVersion,
      checkedAgainstContract: false,
      checkedById: "",
    },
    successMessage: t("done"),
  });
  return (
    <ActionForm {...state} label={t("title")} guard={false}>
      <CheckboxField
        name="checkedAgainstContract"
        label={t("compared")}
        description={t("compared_hint")}
      />
      <div className="form-grid">
        <SelectField
          name="checkedById"
          label={t("checker")}
          description={t("checker_hint")}
          required
          options={checkers.map(({ id, displayName }) => ({ value: id, label: displayName }))}
        />
      </div>
      <SamePerson actorId={actorId} />
      {isUnsaved ? <InlineNotice tone="warn">{t("still_unsaved")}</InlineNotice> : null}
      {untickedCount > 0 ? (
        <InlineNotice>{t("still_unticked", { count: untickedCount })}</InlineNotice>
      ) : null}
      <div className={styles.spread}>
        <SubmitButton disabled={untickedCount > 0 || isUnsaved}>{t("submit")}</SubmitButton>
      </div>
    </ActionForm>
  );
}

/** Two people see more than one: told, not forbidden. */
function SamePerson({ actorId }: { actorId: string }) {
  const t = useTranslations("dispatch.box");
  const checkedById = useWatch<BoxValues, "checkedById">({ name: "checkedById" });
  if (checkedById !== actorId) return null;
  return <InlineNotice tone="warn">{t("same_person")}</InlineNotice>;
}
