import { describe, expect, it } from "vitest";
import { can } from "@/lib/auth/permissions";
import { emptyListState, type ListState } from "@/lib/core/list-state";
import { confirmDelivery } from "@/lib/dispatch/confirm-delivery";
import { listFollowUps } from "@/lib/dispatch/follow-up-list";
import { remarkLogEntry } from "@/lib/dispatch/follow-waybill";
import { listShippingLog } from "@/lib/dispatch/register-pages";
import { confirmDeliveryInput } from "@/lib/dispatch/schema";
import { findShipment } from "@/lib/dispatch/shipment-queries";
import { newId } from "@/lib/server/ids";
import { listWorkItems } from "@/lib/server/work-items";
import { aShipment, contactValues, logOf } from "@/tests/factories/dispatch";
import { aKey, anActor } from "@/tests/factories/people";
import { aShippingTeam, openItems, type ShippingTeam } from "@/tests/factories/shipping";
import { at } from "@/tests/support/clock";
import { countQueries } from "@/tests/support/query-counter";

async function shippedOnMonday() {
  return at("2026-11-23", async () => {
    const team = await aShippingTeam();
    return { team, ...(await aShipment(team)) };
  });
}

const contact = (
  team: ShippingTeam,
  logId: string,
  changes: Parameters<typeof contactValues>[1] = {},
) => confirmDelivery(team.clerk, contactValues(logId, changes), aKey());

async function listed(team: ShippingTeam, on: string, logId: string) {
  const { rows } = await at(on, () => listFollowUps(team.clerk, { ...emptyListState, size: 200 }));
  return rows.find(({ logEntryId }) => logEntryId === logId);
}

describe("asking the customer (Q20)", () => {
  it("[R1.2.3-c][RD1-03] appears on day three, is due on day four, overdue on day five", async () => {
    const { team, logId } = await shippedOnMonday();
    expect(await listed(team, "2026-11-25", logId)).toBeUndefined();
    expect(await listed(team, "2026-11-26", logId)).toMatchObject({
      state: "due",
      shippedOn: "2026-11-23",
      dueOn: "2026-11-27",
      phone: expect.stringMatching(/\d/),
    });
    expect(await listed(team, "2026-11-27", logId)).toMatchObject({ state: "due" });
    expect(await listed(team, "2026-11-28", logId)).toMatchObject({ state: "overdue" });
  });

  it("[R1.2.3-c] of goods that left on Wednesday is overdue only after Monday", async () => {
    const { team, logId } = await at("2026-11-25", async () => {
      const someone = await aShippingTeam();
      return { team: someone, ...(await aShipment(someone)) };
    });
    expect(await listed(team, "2026-11-27", logId)).toBeUndefined();
    expect(await listed(team, "2026-11-30", logId)).toMatchObject({ state: "due" });
    expect(await listed(team, "2026-12-01", logId)).toMatchObject({ state: "overdue" });
  });

  it("[RD1-03] is the work of the clerk who shipped", async () => {
    const { team, logId } = await shippedOnMonday();
    const mine = await at("2026-11-26", () => listWorkItems(team.clerk));
    expect(mine).toContainEqual(
      expect.objectContaining({
        kind: "shipment.confirm_receipt",
        href: `/shipping/follow-ups/${logId}`,
      }),
    );
    const others = await at("2026-11-26", async () => listWorkItems(await anActor("CLERK")));
    expect(others.map(({ subjectId }) => subjectId)).not.toContain(logId);
  });

  it("[R1.2.3-d][RD1-03] arrived in order: recorded with who said so, and done", async () => {
    const { team, logId, slipId } = await shippedOnMonday();
    await at("2026-11-26", async () => {
      const input = contactValues(logId);
      const key = aKey();
      const first = await confirmDelivery(team.clerk, input, key);
      expect(await confirmDelivery(team.clerk, input, key)).toEqual(first);
      const log = await logOf(slipId);
      expect(log.receiptResult).toBe("RECEIVED_OK");
      expect(log.receivedOn?.toISOString().slice(0, 10)).toBe("2026-11-25");
      expect(log.confirmations).toMatchObject([
        { contactName: "王工", channel: "PHONE", recordedByName: team.clerk.name },
      ]);
      expect(await openItems(logId)).toEqual([]);
      await expect(contact(team, logId)).rejects.toMatchObject({
        code: "dispatch.already_confirmed",
      });
    });
  });

  it("[R1.2.3-c][R1.2.3-d] nobody answered: recorded, asked again the next day", async () => {
    const { team, logId, slipId } = await shippedOnMonday();
    await at("2026-11-26", () =>
      contact(team, logId, { result: "NO_ANSWER", receivedOn: "", receivedByName: "" }),
    );
    expect(await openItems(logId)).toEqual(["shipment.confirm_receipt"]);
    expect(await listed(team, "2026-11-26", logId)).toBeUndefined();
    expect(await listed(team, "2026-11-27", logId)).toMatchObject({
      dueOn: "2026-11-27",
      result: "NO_ANSWER",
    });
    await at("2026-11-27", () => contact(team, logId, { result: "NOT_RECEIVED" }));
    expect(await listed(team, "2026-11-30", logId)).toMatchObject({
      dueOn: "2026-11-30",
      result: "NOT_RECEIVED",
    });
    const log = await logOf(slipId);
    expect([log.receivedOn, log.confirmations.length]).toEqual([null, 2]);
    await at("2026-11-30", () => contact(team, logId));
    expect(await openItems(logId)).toEqual([]);
  });

  it("[R1.2.3-d] a problem is written down with what is done, and stays open until settled", async () => {
    const { team, logId } = await shippedOnMonday();
    const problem = {
      result: "RECEIVED_WITH_PROBLEM",
      problem: "少 1 支",
      action: "明天补发",
    };
    await at("2026-11-26", () => contact(team, logId, problem));
    expect(await openItems(logId)).toEqual(["shipment.problem"]);
    expect(await listed(team, "2026-11-26", logId)).toMatchObject({ state: "problem" });
    await at("2026-11-27", () => contact(team, logId));
    expect(await openItems(logId)).toEqual([]);
  });

  it("[R1.2.3-d] asks for what belongs to each result, and for possible dates", async () => {
    const { team, logId } = await shippedOnMonday();
    const issuesOf = (changes: Record<string, string>) =>
      confirmDeliveryInput
        .safeParse({ ...contactValues(logId), receivedOn: "2026-11-25", ...changes })
        .error?.issues.map(({ path, message }) => [path.join("."), message]);
    expect(issuesOf({ receivedOn: "", receivedByName: "" })).toEqual([
      ["receivedOn", "common.required"],
      ["receivedByName", "common.required"],
    ]);
    expect(issuesOf({ result: "RECEIVED_WITH_PROBLEM" })).toEqual([
      ["problem", "common.required"],
      ["action", "common.required"],
    ]);
    expect(issuesOf({ contactedAt: "昨天" })).toEqual([["contactedAt", "common.date_malformed"]]);
    await at("2026-11-26", async () => {
      const refused = async (changes: Record<string, string>, path: string, code: string) =>
        expect(contact(team, logId, changes)).rejects.toMatchObject({ issues: [{ path, code }] });
      await refused({ receivedOn: "2026-11-22" }, "receivedOn", "dispatch.received_before_shipped");
      await refused({ receivedOn: "2026-11-27" }, "receivedOn", "common.date_in_future");
      await refused(
        { contactedAt: "2026-11-27T08:00:00+08:00" },
        "contactedAt",
        "common.date_in_future",
      );
    });
    expect(await openItems(logId)).toEqual(["shipment.confirm_receipt"]);
  });

  it("[R1.2.3-d] is a clerk's record; a shipment that does not exist has none", async () => {
    const { team, logId } = await shippedOnMonday();
    const { clerk, keeper, chief, finance } = team;
    expect(
      [clerk, keeper, chief, finance].map((actor) => can(actor, "receipt_confirmation:write")),
    ).toEqual([true, false, false, false]);
    expect((await listFollowUps(keeper, emptyListState)).rows).toEqual([]);
    expect(await findShipment(keeper, logId)).toMatchObject({
      confirmations: [],
      amount: null,
      mayConfirm: false,
    });
    expect(await findShipment(finance, logId)).toBeNull();
    expect(await findShipment(clerk, "no-id")).toBeNull();
    await at("2026-11-26", () =>
      expect(contact(team, newId())).rejects.toMatchObject({ code: "common.not_found" }),
    );
  });
});

describe("the shipping log", () => {
  it("[R1.2.3-a] has a row for each shipment; a clerk writes remarks only", async () => {
    const { team, logId, slipId } = await shippedOnMonday();
    const input = { logEntryId: logId, rowVersion: 1, remark: "随货带样本" };
    await remarkLogEntry(team.clerk, input, aKey());
    await expect(remarkLogEntry(team.clerk, input, aKey())).rejects.toMatchObject({
      code: "common.changed_meanwhile",
    });
    const state = {
      q: "",
      sort: null,
      direction: null,
      after: null,
      before: null,
      size: 50,
      totals: false,
      filters: {},
    };
    const { rows } = await listShippingLog(team.clerk, state);
    const row = rows.find(({ id }) => id === logId);
    expect(row).toMatchObject({
      slipId,
      deliveryMethod: "EXPRESS",
      waybillNo: "SF1234567890123",
      freightPayer: "SUPPLIER",
      remark: "随货带样本",
      amount: "1000.00",
    });
    const seen = (await listShippingLog(team.keeper, state)).rows.find(({ id }) => id === logId);
    expect(seen).toBeDefined();
    expect(seen).not.toHaveProperty("amount");
    const seller = await anActor("SALESPERSON");
    expect((await listShippingLog(seller, state)).rows).toEqual([]);
  });
});

describe("the list of shipments to be asked about", () => {
  it("[R1.2.3-c] is narrowed, sorted and paged like every register, with one query a page", async () => {
    const { team, logId } = await shippedOnMonday();
    const { logId: laterId } = await at("2026-11-25", () => aShipment(team));
    await at("2026-11-30", async () => {
      const read = (patch: Partial<ListState>) =>
        listFollowUps(team.clerk, { ...emptyListState, size: 200, ...patch });
      const ids = async (patch: Partial<ListState>) =>
        (await read(patch)).rows.map(({ logEntryId }) => logEntryId);
      expect(await ids({ filters: { state: ["overdue"] } })).toContain(logId);
      expect(await ids({ filters: { state: ["overdue"] } })).not.toContain(laterId);
      expect(await ids({ filters: { shippedOn: ["2026-11-25", "2026-11-25"] } })).toContain(
        laterId,
      );
      const ascending = await ids({});
      expect(await ids({ sort: "dueOn", direction: "desc" })).toEqual(ascending.toReversed());
      const { result, queries } = await countQueries(() => read({ size: 1 }));
      expect(queries).toHaveLength(1);
      expect((await read({ size: 1, after: result.next })).rows[0]?.logEntryId).toBe(ascending[1]);
    });
  });
});
