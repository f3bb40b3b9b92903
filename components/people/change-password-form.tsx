"use client";
import { signOut } from "next-auth/react";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { PasswordField } from "@/components/form/password-field";
import { useActionForm } from "@/components/form/use-action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { changeOwnPasswordAction } from "@/lib/people/actions";
import { changeOwnPasswordInput } from "@/lib/people/schema";

/** One's own password; afterwards the person signs in anew. */
export function ChangePasswordForm() {
  const t = useTranslations("auth");
  const action = useActionForm({
    schema: changeOwnPasswordInput,
    action: changeOwnPasswordAction,
    defaultValues: { currentPassword: "", newPassword: "", repeated: "" },
    onDone: () => void signOut({ callbackUrl: "/sign-in" }),
  });
  return (
    <ActionForm {...action} label={t("account.change_password")}>
      <p>{t("account.change_intro")}</p>
      <div className="form-grid">
        <PasswordField
          name="currentPassword"
          label={t("account.current_password")}
          required
          autoComplete="current-password"
        />
        <PasswordField
          name="newPassword"
          label={t("new_password")}
          description={t("password_rule")}
          required
          autoComplete="new-password"
        />
        <PasswordField
          name="repeated"
          label={t("repeat_password")}
          required
          autoComplete="new-password"
        />
      </div>
      <div>
        <SubmitButton>{t("account.submit")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
