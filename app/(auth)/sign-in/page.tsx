import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Messages } from "@/components/layout/messages";
import { AuthCard } from "@/components/people/auth-card";
import { SignInForm } from "@/components/people/sign-in-form";
import { returnPath } from "@/lib/people/return-path";
import { env } from "@/lib/server/env";
import { currentActor } from "@/lib/server/session";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auth");
  return { title: t("sign_in") };
}

type Props = { searchParams: Promise<{ from?: string | string[] }> };

export default async function SignInPage({ searchParams }: Props) {
  const target = returnPath((await searchParams).from);
  if (await currentActor()) redirect(target as "/");
  const t = await getTranslations("auth");
  return (
    <Messages namespaces={["auth"]}>
      <AuthCard
        title={t("sign_in")}
        intro={env.DEMO_COMPANY ? t("demo_intro") : t("sign_in_intro")}
      >
        <SignInForm target={target} />
      </AuthCard>
    </Messages>
  );
}
