"use client";
import { signIn } from "next-auth/react";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useRefusalText } from "@/components/form/use-refusal-text";
import { InlineNotice } from "@/components/ui/inline-notice";
import { PasswordBox } from "@/components/ui/password-box";
import { SubmitButton } from "@/components/ui/submit-button";
import { passwordRefusal } from "@/lib/people/password-policy";
import { signInRefusal } from "./sign-in-refusal";

type Props = { token: string; username: string };

/** The password for an account that a one-time link opens; signs in at once. */
export function WelcomeForm({ token, username }: Props) {
  const t = useTranslations("auth");
  const { ofFailure } = useRefusalText();
  const [refusal, setRefusal] = useState<string | null>(null);
  const [running, setRunning] = useState(false);

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (running) return;
    const data = new FormData(event.currentTarget);
    const password = String(data.get("password") ?? "");
    const repeated = String(data.get("repeated") ?? "");
    const wrong = passwordRefusal(password, username);
    if (wrong) return setRefusal(wrong);
    if (password !== repeated) return setRefusal("people.passwords_differ");
    setRunning(true);
    setRefusal(null);
    const error = await attempt(token, password);
    if (error === null) return window.location.assign("/");
    setRunning(false);
    setRefusal(error);
  };

  return (
    <form className="stack" onSubmit={(event) => void submit(event)} noValidate>
      {refusal ? <InlineNotice tone="danger">{ofFailure({ code: refusal })}</InlineNotice> : null}
      <input type="hidden" name="username" autoComplete="username" value={username} readOnly />
      <PasswordBox
        name="password"
        label={t("new_password")}
        description={t("password_rule")}
        autoComplete="new-password"
        maxLength={200}
        autoFocus
      />
      <PasswordBox
        name="repeated"
        label={t("repeat_password")}
        autoComplete="new-password"
        maxLength={200}
      />
      <SubmitButton pending={running} fullWidth>
        {t("set_password")}
      </SubmitButton>
    </form>
  );
}

async function attempt(token: string, password: string): Promise<string | null> {
  if (!navigator.onLine) return "common.offline";
  try {
    const answer = await signIn("one-time-link", { token, password, redirect: false });
    return answer?.ok && !answer.error ? null : signInRefusal(answer?.error);
  } catch {
    return "auth.unexpected";
  }
}
