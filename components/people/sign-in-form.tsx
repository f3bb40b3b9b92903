"use client";
import { TextInput } from "@mantine/core";
import { signIn } from "next-auth/react";
import { useTranslations } from "next-intl";
import { type FormEvent, useRef, useState } from "react";
import { useRefusalText } from "@/components/form/use-refusal-text";
import { InlineNotice } from "@/components/ui/inline-notice";
import { PasswordBox } from "@/components/ui/password-box";
import { SubmitButton } from "@/components/ui/submit-button";
import { signInRefusal } from "./sign-in-refusal";

/** User name and password; says no more than that they do not fit. */
export function SignInForm({ target }: { target: string }) {
  const t = useTranslations("auth");
  const { ofFailure } = useRefusalText();
  const [refusal, setRefusal] = useState<string | null>(null);
  const [running, setRunning] = useState(false);
  const password = useRef<HTMLInputElement>(null);

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (running) return;
    const data = new FormData(event.currentTarget);
    const username = String(data.get("username") ?? "");
    const secret = String(data.get("password") ?? "");
    if (username.trim() === "" || secret === "") return setRefusal("auth.both_needed");
    setRunning(true);
    setRefusal(null);
    const error = await attempt(username, secret);
    // A whole new page: nothing of an earlier person's screens is left in the browser's memory.
    if (error === null) return window.location.assign(target);
    setRunning(false);
    setRefusal(error);
    password.current?.select();
  };

  return (
    <form className="stack" onSubmit={(event) => void submit(event)} noValidate>
      {refusal ? <InlineNotice tone="danger">{ofFailure({ code: refusal })}</InlineNotice> : null}
      <TextInput
        name="username"
        label={t("username")}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={40}
        autoFocus
      />
      <PasswordBox
        ref={password}
        name="password"
        label={t("password")}
        autoComplete="current-password"
        maxLength={200}
      />
      <SubmitButton pending={running} fullWidth>
        {t("sign_in")}
      </SubmitButton>
    </form>
  );
}

async function attempt(username: string, password: string): Promise<string | null> {
  if (!navigator.onLine) return "common.offline";
  try {
    const answer = await signIn("password", { username, password, redirect: false });
    return answer?.ok && !answer.error ? null : signInRefusal(answer?.error);
  } catch {
    return "auth.unexpected";
  }
}
