"use client";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { useActionForm } from "@/components/form/use-action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { saveCompanyAction } from "@/lib/settings/actions";
import type { CompanyProfile } from "@/lib/settings/queries";
import { saveCompanyInput } from "@/lib/settings/schema";
import { TAX_RATES } from "@/lib/settings/tax-rates";
import { CompanyFields } from "./company-fields";

const EMPTY = {
  name: "",
  uscc: "",
  address: "",
  legalRep: "",
  agent: "",
  phone: "",
  fax: "",
  postalCode: "",
  signPlace: "",
  defaultTaxRate: TAX_RATES[0],
  rowVersion: null,
};

/** Changes the company profile. */
export function CompanyForm({ profile }: { profile: CompanyProfile | null }) {
  const t = useTranslations("common.actions");
  const rate = TAX_RATES.find((known) => known === profile?.defaultTaxRate);
  const action = useActionForm({
    schema: saveCompanyInput,
    action: saveCompanyAction,
    defaultValues: { ...EMPTY, ...profile, defaultTaxRate: rate ?? TAX_RATES[0] },
  });
  return (
    <ActionForm {...action}>
      <div className="form-grid">
        <CompanyFields />
      </div>
      <div>
        <SubmitButton hotkey="Ctrl+Enter">{t("save")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
