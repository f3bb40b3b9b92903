import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Messages } from "@/components/layout/messages";
import { PageHeader } from "@/components/layout/page-header";
import { Board } from "@/components/production/board";
import { NoPermission } from "@/components/ui/empty-state";
import { loadBoard } from "@/lib/production/board-query";
import { boardView } from "@/lib/production/board-view";
import { gate } from "@/lib/server/session";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("production.board");
  return { title: t("title") };
}

/** The board that the workshop works from (F06, F07, F27). */
export default async function BoardPage({ searchParams }: PageProps<"/production/board">) {
  const { actor, allowed } = await gate("production:read");
  if (!allowed) return <NoPermission />;
  const t = await getTranslations("production.board");
  const board = await loadBoard(actor, boardView(await searchParams));
  return (
    <Messages namespaces={["production", "changes"]}>
      <div className="stack">
        <PageHeader title={t("title")} sub={t("lead", { count: board.total })} />
        <Board board={board} personName={actor.name} />
      </div>
    </Messages>
  );
}
