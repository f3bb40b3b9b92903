import { useTranslations } from "next-intl";

type Change = { before: string | null; after: string | null };

/** Fields that say nothing to people: ids, and what is derived from others. */
const UNSAID = new Set(["ownerId", "nameKey", "start"]);
/** Where the words of a coded field stand. */
const CODED: Record<string, string> = {
  mode: "credit.mode",
  category: "customers.category",
  stage: "customers.stage",
  taxIdType: "customers.tax_id_type",
  defaultInvoiceType: "customers.invoice_type",
};
const NAMED: Record<string, string> = {
  defaultInvoiceType: "customers.fields.invoice_type",
  mode: "credit.facts.mode",
};

type Loose = { (key: string): string; has: (key: string) => boolean };

/** An audit row's details as words: the field's name, old and new; then reasons and numbers as they are. */
export function useChangeWords(): (details: Record<string, unknown>) => string | null {
  const t = useTranslations() as unknown as Loose;
  const word = (field: string, value: string | null) => {
    if (value === null) return "—";
    const key = `${CODED[field]}.${value}`;
    return field in CODED && t.has(key) ? t(key) : value;
  };
  const name = (field: string) => {
    const key = NAMED[field] ?? `customers.fields.${snake(field)}`;
    return t.has(key) ? `${t(key)}：` : "";
  };
  return (details) => {
    const lines = Object.entries(details).flatMap(([field, value]) => {
      if (typeof value === "string") return [value];
      if (!isChange(value) || UNSAID.has(field)) return startOf(field, value);
      return [`${name(field)}${word(field, value.before)} → ${word(field, value.after)}`];
    });
    return lines.length > 0 ? lines.slice(0, 12).join("；") : null;
  };
}

/** The confirmed start of cooperation is a date and needs no name. */
function startOf(field: string, value: unknown): string[] {
  return field === "start" && isChange(value) && value.after ? [value.after] : [];
}

function snake(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function isChange(value: unknown): value is Change {
  return typeof value === "object" && value !== null && "before" in value && "after" in value;
}
