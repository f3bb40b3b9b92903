import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Messages } from "@/components/layout/messages";
import { AuthCard } from "@/components/people/auth-card";
import { SetUpForm } from "@/components/settings/set-up-form";
import { NoPermission } from "@/components/ui/empty-state";
import { gate } from "@/lib/server/session";
import { isCompanyMissing } from "@/lib/settings/queries";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings.set_up");
  return { title: t("title") };
}

/** First set-up: who we are, as our papers print it (F46). */
export default async function SetUpPage() {
  const { allowed } = await gate("company:edit");
  if (!allowed) return <NoPermission />;
  if (!(await isCompanyMissing())) redirect("/");
  const t = await getTranslations("settings.set_up");
  return (
    <Messages namespaces={["settings"]}>
      <AuthCard title={t("title")} intro={t("intro")} wide>
        <SetUpForm />
      </AuthCard>
    </Messages>
  );
}
