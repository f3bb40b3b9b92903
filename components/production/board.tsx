import type { Route } from "next";
import { useTranslations } from "next-intl";
import { OpenChanges } from "@/components/records/open-changes";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import type { Board as BoardData } from "@/lib/production/board-query";
import { type BoardGroup, boardHref } from "@/lib/production/board-view";
import styles from "./board.module.css";
import { BoardCard } from "./board-card";
import { BoardNotices } from "./board-notices";

type Props = { board: BoardData; personName: string };

/** The workshop's day on one screen: what to accept, what changed, and every open task by stage or by date. */
export function Board({ board, personName }: Props) {
  const t = useTranslations("production");
  const { view } = board;
  return (
    <>
      <OpenChanges rows={board.acknowledgements} withPaper />
      {board.notices.length > 0 ? (
        <BoardNotices notices={board.notices} count={board.toAccept} today={board.today} />
      ) : null}
      <BoardToolbar board={board} />
      {board.total === 0 ? (
        <EmptyState
          kind={view.q === "" ? "nothing" : "no_result"}
          title={t(view.q === "" ? "board.empty_title" : "board.no_result")}
          text={t("board.empty_text")}
        />
      ) : (
        <div className={styles.columns} data-alone={view.only !== null || undefined}>
          {board.columns.map((column) => (
            <BoardColumn key={column.key} column={column} board={board} personName={personName} />
          ))}
        </div>
      )}
    </>
  );
}

function BoardToolbar({ board: { view } }: { board: BoardData }) {
  const t = useTranslations("production.board");
  return (
    <div className={styles.toolbar}>
      <nav className={styles.switch} aria-label={t("switch")}>
        <Link
          href={boardHref({ by: "stage", q: view.q }) as Route}
          aria-current={view.by === "stage" ? "page" : undefined}
        >
          {t("by_stage")}
        </Link>
        <Link
          href={boardHref({ by: "due", q: view.q }) as Route}
          aria-current={view.by === "due" ? "page" : undefined}
        >
          {t("by_due")}
        </Link>
      </nav>
      <form className={styles.search} action="/production/board">
        {view.by === "due" ? <input type="hidden" name="by" value="due" /> : null}
        <input
          type="search"
          name="q"
          defaultValue={view.q}
          aria-label={t("search")}
          placeholder={t("search")}
        />
        <button type="submit">{t("find")}</button>
      </form>
      {view.only === null ? null : (
        <Link href={boardHref({ by: view.by, q: view.q }) as Route}>{t("all_columns")}</Link>
      )}
    </div>
  );
}

type ColumnProps = Props & { column: BoardData["columns"][number] };

function BoardColumn({ column, board, personName }: ColumnProps) {
  const t = useTranslations("production");
  const headingId = `column-${column.key}`;
  return (
    <section
      className={styles.column}
      aria-labelledby={headingId}
      data-filled={column.count > 0 || undefined}
    >
      <h2 className={styles.columnHead} id={headingId}>
        <GroupName group={column.key} /> <span className={styles.count}>{column.count}</span>
      </h2>
      {column.cards.length === 0 ? <p className={styles.quiet}>{t("board.nothing_here")}</p> : null}
      <ul className={styles.cards}>
        {column.cards.map((card) => (
          <BoardCard
            key={card.id}
            card={card}
            notice={board.notices.find(({ id }) => id === card.taskId)}
            may={board.may}
            today={board.today}
            personName={personName}
          />
        ))}
      </ul>
      <ColumnFoot column={column} board={board} />
    </section>
  );
}

/** The rest of a column: alone and page by page. */
function ColumnFoot({ column, board }: Omit<ColumnProps, "personName">) {
  const t = useTranslations("production.board");
  const { view, pageSize } = board;
  if (view.only === null) {
    const rest = column.count - column.cards.length;
    if (rest <= 0) return null;
    const href = boardHref({ ...view, only: column.key, page: 1 });
    return (
      <Link href={href as Route} className={styles.more}>
        {t("more", { count: rest })}
      </Link>
    );
  }
  const pages = Math.ceil(column.count / pageSize);
  if (pages <= 1) return null;
  return (
    <nav className={styles.pager} aria-label={t("pages")}>
      {view.page > 1 ? (
        <Link href={boardHref({ ...view, page: view.page - 1 }) as Route}>{t("previous")}</Link>
      ) : null}
      <span>{t("page_of", { page: view.page, pages })}</span>
      {view.page < pages ? (
        <Link href={boardHref({ ...view, page: view.page + 1 }) as Route}>{t("next")}</Link>
      ) : null}
    </nav>
  );
}

function GroupName({ group }: { group: BoardGroup }) {
  const t = useTranslations("production");
  if (group === "OVERDUE" || group === "TODAY" || group === "WEEK" || group === "LATER")
    return t(`due_group.${group}`);
  return t(`stage.${group}`);
}
