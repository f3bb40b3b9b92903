"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { setUpCompanyAction } from "@/lib/settings/actions";
import { setUpCompanyInput } from "@/lib/settings/schema";
import { CompanyFields } from "./company-fields";
import styles from "./set-up-form.module.css";

/** The company profile before anything else can be done, and the account if it is at hand. */
export function SetUpForm() {
  const t = useTranslations("settings");
  const router = useRouter();
  const action = useActionForm({
    schema: setUpCompanyInput,
    action: setUpCompanyAction,
    defaultValues: {
      name: "",
      uscc: "",
      address: "",
      legalRep: "",
      agent: "",
      phone: "",
      fax: "",
      postalCode: "",
      signPlace: "",
      defaultTaxRate: "0.13",
      bankName: "",
      accountNo: "",
    },
    onDone: () => router.push("/"),
  });
  return (
    <ActionForm {...action} guard={false}>
      <div className="form-grid">
        <CompanyFields />
      </div>
      <h2 className={styles.title}>{t("set_up.bank")}</h2>
      <div className="form-grid">
        <TextField
          name="bankName"
          label={t("accounts.bank_name")}
          description={t("accounts.bank_name_hint")}
          maxLength={80}
        />
        <TextField name="accountNo" label={t("accounts.account_no")} maxLength={60} mono />
      </div>
      <div>
        <SubmitButton hotkey="Ctrl+Enter">{t("set_up.submit")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
