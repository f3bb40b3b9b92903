import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Messages } from "@/components/layout/messages";
import { AuthCard } from "@/components/people/auth-card";
import { WelcomeForm } from "@/components/people/welcome-form";
import { InlineNotice } from "@/components/ui/inline-notice";
import { Link } from "@/components/ui/link";
import { findAccountLink } from "@/lib/people/account-link";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auth");
  return { title: t("welcome_title"), referrer: "no-referrer" };
}

type Props = { params: Promise<{ token: string }> };

export default async function WelcomePage({ params }: Props) {
  const { token } = await params;
  const [t, link] = await Promise.all([getTranslations(), findAccountLink(token)]);
  if (link.state !== "open") {
    return (
      <AuthCard title={t("auth.welcome_title")}>
        <InlineNotice tone="warn">{t(`people.refusals.link_${link.state}`)}</InlineNotice>
        <Link href="/sign-in">{t("auth.to_sign_in")}</Link>
      </AuthCard>
    );
  }
  const { displayName, username } = link;
  return (
    <Messages namespaces={["auth"]}>
      <AuthCard
        title={t("auth.welcome", { name: displayName })}
        intro={t("auth.welcome_intro", { username })}
      >
        <WelcomeForm token={token} username={username} />
      </AuthCard>
    </Messages>
  );
}
