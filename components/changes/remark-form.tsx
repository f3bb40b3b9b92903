"use client";
import { Select } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionForm } from "@/components/form/action-form";
import { TextAreaField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { editRemarkAction } from "@/lib/changes/actions";
import type { RemarkRow } from "@/lib/changes/contract-ends";
import { editRemarkInput } from "@/lib/changes/schema";

type Props = { contractId: string; rowVersion: number; remarks: readonly RemarkRow[] };

const keyOf = ({ field, lineId }: RemarkRow) => lineId ?? field;

/** One remark at a time: which, and what it says from now on. */
export function RemarkForm({ contractId, rowVersion, remarks }: Props) {
  const t = useTranslations("changes.remarks");
  const [chosen, setChosen] = useState("contract");
  const row = remarks.find((remark) => keyOf(remark) === chosen);
  const label = ({ field, lineNo, product }: RemarkRow) =>
    field === "line" ? t("of_line", { line: lineNo ?? 0, product }) : t(`of_${field}`);
  return (
    <div className="stack">
      <Select
        label={t("which")}
        data={remarks.map((remark) => ({ value: keyOf(remark), label: label(remark) }))}
        value={chosen}
        onChange={(value) => setChosen(value ?? "contract")}
        allowDeselect={false}
      />
      {row ? (
        <OneRemark key={chosen} contractId={contractId} rowVersion={rowVersion} remark={row} />
      ) : null}
    </div>
  );
}

type OneProps = { contractId: string; rowVersion: number; remark: RemarkRow };

function OneRemark({ contractId, rowVersion, remark }: OneProps) {
  const t = useTranslations("changes.remarks");
  const { field, lineId, text } = remark;
  const action = useActionForm({
    schema: editRemarkInput,
    action: editRemarkAction,
    defaultValues: { contractId, rowVersion, field, lineId, text },
    successMessage: t("saved"),
  });
  return (
    <ActionForm {...action}>
      <TextAreaField
        name="text"
        label={t("text")}
        rows={2}
        maxLength={field === "line" ? 200 : 500}
      />
      <div>
        <SubmitButton>{t("save")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
