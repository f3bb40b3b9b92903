import { useTranslations } from "next-intl";
import { PageHeader } from "@/components/layout/page-header";
import { ButtonLink } from "@/components/ui/button-link";

type Props = {
  title: string;
  sub?: string;
  /** Where a new entry is made; shown to whoever may. */
  add: { href: string; label: string };
  mayEdit: boolean;
};

/** The head of a base-data list, with the way to a new entry or the word about who may change it. */
export function BaseDataHeader({ title, sub, add, mayEdit }: Props) {
  const t = useTranslations("settings");
  return (
    <PageHeader
      title={title}
      sub={mayEdit ? sub : t("read_only")}
      actions={mayEdit ? <ButtonLink href={add.href}>{add.label}</ButtonLink> : null}
    />
  );
}
