import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NotFoundMessage } from "@/components/layout/not-found-message";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("errors.not_found");
  return { title: t("title") };
}

export default function NotFound() {
  return (
    <main>
      <NotFoundMessage />
    </main>
  );
}
