import { describe, expect, it } from "vitest";
import { can } from "@/lib/auth/permissions";
import { ROLES, type Role } from "@/lib/auth/roles";
import {
  PACKING_STATUSES,
  type PackingFacts,
  packingLifecycle,
  WAYBILL_STATUSES,
  waybillLifecycle,
} from "@/lib/dispatch/lifecycle";

const actor = (role: Role) => ({
  id: "01930000-0000-7000-8000-000000000001",
  name: "同事",
  role,
  duties: [],
  delegations: [],
  keeperSeesPrices: false,
});
const READY: PackingFacts = {
  status: "DRAFT",
  allTicked: true,
  equalsIssued: true,
  checkedAgainstContract: true,
  handedOver: false,
  onWaybill: false,
};
const box = (facts: Partial<PackingFacts>, role: Role = "CLERK") =>
  packingLifecycle.plan("box", { ...READY, ...facts }, actor(role), can);

describe("packing lists", () => {
  it("reach every status and end void", () => {
    expect(packingLifecycle.reachability("DRAFT", PACKING_STATUSES)).toEqual({
      unreachable: [],
      deadEnds: ["VOIDED"],
    });
  });

  it("[R1.2.2-d][R1.2.2-f] are boxed only when equal to the issue, ticked and compared with the contract", () => {
    expect(box({})).toMatchObject({ ok: true, to: "BOXED" });
    expect(box({ equalsIssued: false })).toMatchObject({ refusal: "equals_issued" });
    expect(box({ allTicked: false })).toMatchObject({ refusal: "all_ticked" });
    expect(box({ checkedAgainstContract: false })).toMatchObject({
      refusal: "checked_against_contract",
    });
    expect(box({ status: "BOXED" })).toMatchObject({ refusal: "wrong_status" });
  });

  it("[R1.2.2-f] are boxed by clerks and keepers, by nobody else", () => {
    const allowed = ROLES.filter((role) => box({}, role).ok);
    expect([...allowed].sort()).toEqual(["CLERK", "WAREHOUSE_KEEPER"]);
  });

  it("are void neither after hand-over nor while on a waybill", () => {
    const drop = (facts: Partial<PackingFacts>) =>
      packingLifecycle.plan("void", { ...READY, status: "BOXED", ...facts }, actor("CLERK"), can);
    expect(drop({}).ok).toBe(true);
    expect(drop({ handedOver: true })).toMatchObject({ refusal: "not_handed_over" });
    expect(drop({ onWaybill: true })).toMatchObject({ refusal: "not_on_waybill" });
  });
});

describe("waybills", () => {
  it("reach every status; signed, returned and void are final", () => {
    expect(waybillLifecycle.reachability("DRAFT", WAYBILL_STATUSES)).toEqual({
      unreachable: [],
      deadEnds: ["SIGNED", "RETURNED", "VOIDED"],
    });
  });

  it("[R1.2.2-h][R1.2.2-i] are handed over only after the courier was notified", () => {
    const into = waybillLifecycle.moves().filter(([, to]) => to === "HANDED_OVER");
    expect(into).toEqual([["NOTIFIED", "HANDED_OVER"]]);
  });
});
