"use client";
import { useTranslations } from "next-intl";
import { CheckboxField, type Choice, SelectField } from "@/components/form/choice-fields";
import { DateFormField } from "@/components/form/date-form-field";
import { MoneyFormField } from "@/components/form/figure-fields";
import type { ReservedRights } from "@/lib/products/policy";

type Props = { rights: ReservedRights; specialists: readonly Choice[]; wasStandard: boolean };

/** Price and tool are the section chief's, standard and specialist also the technicians' (rules 5.9). */
export function ReservedFields({ rights, specialists, wasStandard }: Props) {
  const t = useTranslations("products");
  const locked = t("hints.reserved_standard");
  return (
    <div className="form-grid">
      <MoneyFormField
        name="listPrice"
        label={t("fields.list_price")}
        description={rights.price ? t("hints.list_price") : t("hints.reserved_chief")}
        disabled={!rights.price}
      />
      <CheckboxField
        name="isTool"
        label={t("fields.is_tool")}
        description={rights.tool ? t("hints.is_tool") : t("hints.reserved_chief")}
        disabled={!rights.tool}
      />
      <CheckboxField
        name="isStandard"
        label={t("fields.is_standard")}
        description={rights.standard ? t("hints.is_standard") : locked}
        disabled={!rights.standard && !wasStandard}
      />
      <DateFormField
        name="firstProducedOn"
        label={t("fields.first_produced_on")}
        description={rights.standard ? t("hints.first_produced_on") : locked}
        disabled={!rights.standard}
      />
      <SelectField
        name="specialistId"
        label={t("fields.specialist")}
        description={rights.standard ? t("hints.specialist") : locked}
        options={specialists}
        disabled={!rights.standard}
      />
    </div>
  );
}
