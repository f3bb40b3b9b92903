"use client";
import type { Route } from "next";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionForm } from "@/components/form/action-form";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { StickyActionBar } from "@/components/ui/sticky-action-bar";
import { SubmitButton } from "@/components/ui/submit-button";
import { createPersonAction } from "@/lib/people/actions";
import { createPersonInput } from "@/lib/people/schema";
import { OneTimeLink } from "./one-time-link";
import { PersonFields } from "./person-fields";

type Done = { personId: string; link: string | null };

/** A new account; afterwards its one-time link stands in the form's place. */
export function NewPersonForm({ departments }: { departments: readonly string[] }) {
  const t = useTranslations("people");
  const [done, setDone] = useState<Done | null>(null);
  const action = useActionForm({
    schema: createPersonInput,
    action: createPersonAction,
    defaultValues: { username: "", displayName: "", phone: "", email: "" },
    onDone: setDone,
  });
  if (done) {
    return (
      <div className="stack">
        <OneTimeLink link={done.link} />
        <Link href={`/admin/people/${done.personId}` as Route}>{t("link.to_person")}</Link>
      </div>
    );
  }
  return (
    <ActionForm {...action}>
      <p>{t("new_intro")}</p>
      <div className="form-grid">
        <TextField
          name="username"
          label={t("fields.username")}
          description={t("fields.username_hint")}
          required
          maxLength={40}
          mono
          autoFocus
        />
        <PersonFields departments={departments} />
      </div>
      <StickyActionBar>
        <SubmitButton hotkey="Ctrl+Enter">{t("create")}</SubmitButton>
      </StickyActionBar>
    </ActionForm>
  );
}
