"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { CheckboxField } from "@/components/form/choice-fields";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { saveBankAccountAction } from "@/lib/settings/actions";
import { type SaveBankAccountInput, saveBankAccountInput } from "@/lib/settings/schema";
import { SaveBar } from "./save-bar";

const LIST = "/admin/company";

/** An account of ours on which money arrives. */
export function BankAccountForm({ account }: { account: SaveBankAccountInput }) {
  const t = useTranslations("settings");
  const router = useRouter();
  const action = useActionForm({
    schema: saveBankAccountInput,
    action: saveBankAccountAction,
    defaultValues: account,
    onDone: () => router.push(LIST as "/"),
  });
  return (
    <ActionForm {...action}>
      <div className="form-grid">
        <TextField
          name="bankName"
          label={t("accounts.bank_name")}
          description={t("accounts.bank_name_hint")}
          required
          maxLength={80}
        />
        <TextField name="accountName" label={t("accounts.account_name")} required maxLength={80} />
        <TextField name="accountNo" label={t("accounts.account_no")} required maxLength={60} mono />
        <CheckboxField name="isDefault" label={t("accounts.is_default")} />
        <CheckboxField name="active" label={t("active_label")} description={t("active_hint")} />
      </div>
      <SaveBar list={LIST} />
    </ActionForm>
  );
}
