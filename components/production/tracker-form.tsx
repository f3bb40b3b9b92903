"use client";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { SelectField } from "@/components/form/choice-fields";
import { useActionForm } from "@/components/form/use-action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { assignTrackerAction } from "@/lib/production/actions";
import { assignTrackerInput } from "@/lib/production/schema";
import styles from "./production.module.css";

type Props = {
  line: { id: string; rowVersion: number; trackerId: string | null };
  trackers: readonly { id: string; name: string }[];
};

/** The chief names another holder of the tracking duty (R1.1.3-T2). */
export function TrackerForm({ line, trackers }: Props) {
  const t = useTranslations("production");
  const action = useActionForm({
    schema: assignTrackerInput,
    action: assignTrackerAction,
    defaultValues: {
      taskLineId: line.id,
      rowVersion: line.rowVersion,
      trackerId: line.trackerId ?? "",
    },
  });
  return (
    <ActionForm {...action} label={t("actions.assign_tracker")} guard={false}>
      <SelectField
        name="trackerId"
        label={t("columns.tracker")}
        required
        options={trackers.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <div className={styles.actions}>
        <SubmitButton>{t("actions.assign_tracker")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
