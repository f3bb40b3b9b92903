"use client";
import { useTranslations } from "next-intl";
import { SelectField } from "@/components/form/choice-fields";
import { TextField } from "@/components/form/text-field";
import { formatRate } from "@/lib/i18n/format";
import { TAX_RATES } from "@/lib/settings/tax-rates";

/** The supplier's own data as papers print them (F46). */
export function CompanyFields() {
  const t = useTranslations("settings.company");
  return (
    <>
      <TextField name="name" label={t("name")} required maxLength={80} wide />
      <TextField name="uscc" label={t("uscc")} required maxLength={40} mono />
      <TextField name="legalRep" label={t("legal_rep")} required maxLength={40} />
      <TextField name="agent" label={t("agent")} maxLength={40} />
      <TextField name="phone" label={t("phone")} required type="tel" maxLength={60} />
      <TextField name="fax" label={t("fax")} type="tel" maxLength={60} />
      <TextField name="address" label={t("address")} required maxLength={200} wide />
      <TextField name="postalCode" label={t("postal_code")} maxLength={10} />
      <TextField name="signPlace" label={t("sign_place")} required maxLength={80} />
      <SelectField
        name="defaultTaxRate"
        label={t("tax_rate")}
        required
        options={TAX_RATES.map((rate) => ({ value: rate, label: formatRate(rate) }))}
      />
    </>
  );
}
