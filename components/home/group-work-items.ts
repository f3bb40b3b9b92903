import type { WorkItemKindName } from "@/lib/server/work-item-kinds";

/** What the home page needs to know of an open work item. */
export type HomeItem = {
  id: string;
  kind: WorkItemKindName;
  title: string;
  dueOn: string;
  isOverdue: boolean;
  isDueToday: boolean;
  href: string;
};

export type WorkItemGroup = {
  kind: WorkItemKindName;
  items: readonly HomeItem[];
  overdue: number;
  dueToday: number;
};

/** Items by kind, each list by due date; kinds with the most pressing item first. */
export function groupWorkItems(items: readonly HomeItem[]): WorkItemGroup[] {
  const kinds = [...new Set(items.map(({ kind }) => kind))];
  const groups = kinds.map((kind) => {
    const own = items.filter((item) => item.kind === kind).sort(byDueDate);
    return {
      kind,
      items: own,
      overdue: own.filter(({ isOverdue }) => isOverdue).length,
      dueToday: own.filter(({ isDueToday }) => isDueToday).length,
    };
  });
  return groups.sort((a, b) => byUrgency(a, b));
}

function byDueDate(a: HomeItem, b: HomeItem): number {
  return a.dueOn.localeCompare(b.dueOn);
}

function byUrgency(a: WorkItemGroup, b: WorkItemGroup): number {
  const [firstOfA, firstOfB] = [a.items[0]?.dueOn ?? "", b.items[0]?.dueOn ?? ""];
  return firstOfA.localeCompare(firstOfB);
}

/** Message key of a kind: dots are not allowed in keys. */
export function workItemLabelKey(kind: WorkItemKindName) {
  return `items.${kind.replaceAll(".", "_")}` as `items.${Underscored<WorkItemKindName>}`;
}

type Underscored<Kind extends string> = Kind extends `${infer Document}.${infer Step}`
  ? `${Document}_${Step}`
  : Kind;
