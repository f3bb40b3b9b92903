/** How somebody looks at the board: what the address says. */
import { TASK_STAGES, type TaskStage } from "./stages";

/** Every stage is a column: goods that are finished wait there until they are delivered. */
export const BOARD_STAGES = TASK_STAGES;
export const DUE_GROUPS = ["OVERDUE", "TODAY", "WEEK", "LATER"] as const;
type DueGroup = (typeof DUE_GROUPS)[number];
export type BoardGroup = TaskStage | DueGroup;

export type BoardView = {
  by: "stage" | "due";
  /** One column alone, page by page. */
  only: BoardGroup | null;
  page: number;
  q: string;
};

type Params = Record<string, string | string[] | undefined>;

/** Reads the address; what it does not know is the usual view. */
export function boardView(params: Params): BoardView {
  const text = (key: string) => (typeof params[key] === "string" ? (params[key] as string) : "");
  const by = text("by") === "due" ? "due" : "stage";
  const groups: readonly BoardGroup[] = by === "stage" ? BOARD_STAGES : DUE_GROUPS;
  const only = groups.find((group) => group === text("only")) ?? null;
  const page = /^[1-9]\d{0,3}$/.test(text("page")) ? Number.parseInt(text("page"), 10) : 1;
  return { by, only, page: only === null ? 1 : page, q: text("q").trim().slice(0, 60) };
}

/** The address of a view. */
export function boardHref(view: Partial<BoardView>): string {
  const params = new URLSearchParams();
  if (view.by === "due") params.set("by", "due");
  if (view.only) params.set("only", view.only);
  if (view.page && view.page > 1) params.set("page", view.page.toFixed(0));
  if (view.q) params.set("q", view.q);
  const query = params.toString();
  return query === "" ? "/production/board" : `/production/board?${query}`;
}
