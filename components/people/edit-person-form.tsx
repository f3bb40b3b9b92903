"use client";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { useActionForm } from "@/components/form/use-action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { changePersonAction } from "@/lib/people/actions";
import type { PersonRow } from "@/lib/people/queries";
import { changePersonInput } from "@/lib/people/schema";
import { PersonFields } from "./person-fields";

type Props = { person: PersonRow; departments: readonly string[] };

/** Name, role, department and contact data of somebody who is here. */
export function EditPersonForm({ person, departments }: Props) {
  const t = useTranslations("common.actions");
  const { id, rowVersion, displayName, role, department, phone, email } = person;
  const action = useActionForm({
    schema: changePersonInput,
    action: changePersonAction,
    defaultValues: {
      personId: id,
      rowVersion,
      displayName,
      role,
      department,
      phone: phone ?? "",
      email: email ?? "",
    },
  });
  // A department that has since left the list stays choosable for those who are in it.
  const choices = departments.includes(department) ? departments : [department, ...departments];
  return (
    <ActionForm {...action}>
      <div className="form-grid">
        <PersonFields departments={choices} />
      </div>
      <div>
        <SubmitButton>{t("save")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
