import { useTranslations } from "next-intl";
import { DescriptionList } from "@/components/ui/description-list";
import { RateText } from "@/components/ui/quantity-text";
import type { CompanyProfile } from "@/lib/settings/queries";

/** The company profile for those who may only read it. */
export function CompanyFacts({ profile }: { profile: CompanyProfile }) {
  const t = useTranslations("settings.company");
  return (
    <DescriptionList
      items={[
        { label: t("name"), value: profile.name, wide: true },
        { label: t("uscc"), value: <span className="mono">{profile.uscc}</span> },
        { label: t("legal_rep"), value: profile.legalRep },
        { label: t("agent"), value: profile.agent },
        { label: t("phone"), value: profile.phone },
        { label: t("fax"), value: profile.fax },
        { label: t("address"), value: profile.address, wide: true },
        { label: t("postal_code"), value: profile.postalCode },
        { label: t("sign_place"), value: profile.signPlace },
        { label: t("tax_rate"), value: <RateText rate={profile.defaultTaxRate} /> },
      ]}
    />
  );
}
