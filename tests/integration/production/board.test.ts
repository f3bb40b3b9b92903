import { describe, expect, it } from "vitest";
import { loadBoard } from "@/lib/production/board-query";
import { boardHref, boardView } from "@/lib/production/board-view";
import { listTaskLines } from "@/lib/production/line-list";
import { logTask } from "@/lib/production/log-task";
import { findTaskDetail } from "@/lib/production/task-queries";
import { aKey, anActor } from "@/tests/factories/people";
import {
  aContractToProduce,
  anAcceptedTask,
  anIssuedTask,
  aWorkshop,
  firstLine,
  logValues,
  type Workshop,
} from "@/tests/factories/production";
import { at } from "@/tests/support/clock";
import { countQueries } from "@/tests/support/query-counter";

const FIRST_PAGE = {
  q: "",
  sort: null,
  direction: null,
  after: null,
  before: null,
  size: 50,
  totals: true,
  filters: { open: ["true"] },
};
const today = <T>(fn: () => Promise<T>) => at("2026-11-23", fn);

async function openTasks(team: Workshop, count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let i = 0; i < count; i += 1)
    ids.push(await anAcceptedTask(team, await aContractToProduce(team)));
  return ids;
}

describe("the production board", () => {
  it("[R1.1.3-T1] shows every open task by stage, the notices to accept and no price", () =>
    today(async () => {
      const team = await aWorkshop();
      const [first] = await openTasks(team, 2);
      const line = await firstLine(first ?? "");
      await logTask(team.production, await logValues(line.id, { stage: "GRINDING" }), aKey());
      const waiting = await anIssuedTask(team, await aContractToProduce(team));
      const board = await loadBoard(team.production, boardView({}));
      const column = (key: string) => board.columns.find((one) => one.key === key);
      expect(column("GRINDING")?.cards.map(({ id }) => id)).toContain(line.id);
      expect(column("NOT_STARTED")?.count).toBeGreaterThanOrEqual(2);
      expect(board.notices.map(({ id }) => id)).toContain(waiting);
      expect(board.may).toEqual({ accept: true, log: true, deliver: true });
      expect(JSON.stringify(board)).not.toMatch(/price|amount/i);
    }));

  it("groups by due date, and finds a task by number, contract and product", () =>
    today(async () => {
      const team = await aWorkshop();
      const [taskId = ""] = await openTasks(team, 1);
      const line = await firstLine(taskId);
      const byDue = await loadBoard(team.production, boardView({ by: "due" }));
      const week = byDue.columns.find(({ key }) => key === "WEEK");
      expect(week?.cards.length).toBeGreaterThan(0);
      const found = await loadBoard(team.production, boardView({ q: line.spec }));
      expect(found.total).toBe(1);
      const waiting = await anIssuedTask(team, await aContractToProduce(team));
      const { spec } = await firstLine(waiting);
      const among = async (q: string) =>
        (await loadBoard(team.production, boardView({ q }))).notices.map(({ id }) => id);
      expect(await among(spec)).toEqual([waiting]);
      expect(await among(line.spec)).toEqual([]);
      for (const q of ["100%_nichts", "%", "_"]) {
        const nothing = await loadBoard(team.production, boardView({ q }));
        expect([nothing.total, nothing.notices.length, nothing.toAccept], q).toEqual([0, 0, 0]);
      }
    }));

  it("costs the same number of queries however many tasks are open, and shows a few cards of a column", () =>
    today(async () => {
      const team = await aWorkshop();
      await openTasks(team, 2);
      const few = await countQueries(() => loadBoard(team.production, boardView({})));
      await openTasks(team, 14);
      const many = await countQueries(() => loadBoard(team.production, boardView({})));
      expect(many.queries.length).toBe(few.queries.length);
      const column = many.result.columns.find(({ key }) => key === "NOT_STARTED");
      expect(column?.cards.length).toBe(12);
      expect(column?.count).toBeGreaterThan(12);
      const alone = await loadBoard(team.production, boardView({ only: "NOT_STARTED" }));
      expect(alone.columns).toHaveLength(1);
      expect(alone.columns[0]?.cards.length).toBe(column?.count);
    }));

  it("hides the customer from production when the setting says so, on the board, in the register and on the notice", () =>
    today(async () => {
      const team = await aWorkshop();
      const [taskId = ""] = await openTasks(team, 1);
      const blind = { ...team.production, productionSeesCustomer: false };
      const board = await loadBoard(blind, boardView({}));
      const cards = board.columns.flatMap((column) => column.cards);
      expect(cards.every(({ customerName }) => customerName === null)).toBe(true);
      expect((await findTaskDetail(blind, taskId))?.customerName).toBeNull();
      const { rows } = await listTaskLines(blind, FIRST_PAGE);
      expect(rows[0]).not.toHaveProperty("customerName");
      expect((await findTaskDetail(team.production, taskId))?.customerName).not.toBeNull();
    }));

  it("is read by whom the matrix names; a salesperson sees the own customers' tasks only", () =>
    today(async () => {
      const team = await aWorkshop();
      const [taskId = ""] = await openTasks(team, 1);
      const sales = await anActor("SALESPERSON");
      expect(await findTaskDetail(sales, taskId)).toBeNull();
      expect((await loadBoard(sales, boardView({}))).total).toBe(0);
    }));

  it("keeps its view in the address", () => {
    expect(boardView({ by: "due", only: "TODAY", page: "3", q: " φ10 " })).toEqual({
      by: "due",
      only: "TODAY",
      page: 3,
      q: "φ10",
    });
    expect(boardView({ by: "x", only: "TODAY", page: "-1" })).toEqual({
      by: "stage",
      only: null,
      page: 1,
      q: "",
    });
    expect(boardHref({ by: "due", only: "TODAY", page: 2, q: "" })).toBe(
      "/production/board?by=due&only=TODAY&page=2",
    );
    expect(boardHref({ by: "stage" })).toBe("/production/board");
  });
});
