import { describe, expect, it } from "vitest";
import { groupWorkItems, type HomeItem } from "@/components/home/group-work-items";
import { creatableFor, navigationFor, phoneNavigation } from "@/components/layout/nav";
import type { Actor } from "@/lib/auth/permissions";
import { ROLES, type Role } from "@/lib/auth/roles";

function actorWith(role: Role): Actor {
  return { id: role, name: role, role, duties: [], delegations: [], keeperSeesPrices: false };
}

const itemsOf = (role: Role) =>
  navigationFor(actorWith(role), {}).flatMap(({ items }) => items.map(({ id }) => id));

describe("the navigation", () => {
  it("starts with the home page for everybody and never shows an empty group", () => {
    for (const role of ROLES) {
      const groups = navigationFor(actorWith(role), {});
      expect(groups[0]?.items[0]?.id).toBe("home");
      expect(groups.every(({ items }) => items.length > 0)).toBe(true);
    }
  });

  it("shows each role only what it may open", () => {
    expect(itemsOf("WAREHOUSE_KEEPER")).not.toContain("contracts");
    expect(itemsOf("WAREHOUSE_KEEPER")).toContain("shipping_slips");
    expect(itemsOf("CLERK")).not.toContain("approvals");
    expect(itemsOf("FACTORY_DIRECTOR")).toContain("approvals");
    expect(itemsOf("ADMIN")).toContain("admin_people");
    expect(itemsOf("FINANCE")).not.toContain("admin_people");
  });

  it("opens the approvals to a delegate", () => {
    const delegate: Actor = {
      ...actorWith("CLERK"),
      delegations: [
        {
          id: "d",
          step: "CHECK",
          principalId: "p",
          principalName: "部长",
          principalRole: "SECTION_CHIEF",
        },
      ],
    };
    const ids = navigationFor(delegate, {}).flatMap(({ items }) => items.map(({ id }) => id));
    expect(ids).toContain("approvals");
  });

  it("adds up the work items of a place", () => {
    const groups = navigationFor(actorWith("SECTION_CHIEF"), {
      "contract.check": 2,
      "slip.sign_dept_head": 3,
    });
    const approvals = groups.flatMap(({ items }) => items).find(({ id }) => id === "approvals");
    expect(approvals?.count).toBe(5);
  });

  it("has room for four places on a phone, all of which the role may open", () => {
    for (const role of ROLES) {
      const ids = phoneNavigation(actorWith(role), {}).map(({ id }) => id);
      expect(ids.length).toBeLessThanOrEqual(4);
      expect(itemsOf(role)).toEqual(expect.arrayContaining(ids));
    }
  });

  it("offers to make only what the role may make", () => {
    expect(creatableFor(actorWith("FACTORY_DIRECTOR"))).toEqual([]);
    expect(creatableFor(actorWith("FINANCE")).map(({ id }) => id)).toEqual(["receipt"]);
  });
});

describe("the home page's work items", () => {
  const item = (
    id: string,
    kind: HomeItem["kind"],
    dueOn: string,
    isOverdue = false,
  ): HomeItem => ({
    id,
    kind,
    title: id,
    dueOn,
    isOverdue,
    isDueToday: false,
    href: "/",
  });

  it("are grouped by kind, the most pressing kind and item first", () => {
    const groups = groupWorkItems([
      item("a", "contract.check", "2026-11-25"),
      item("b", "slip.issue", "2026-11-20", true),
      item("c", "contract.check", "2026-11-24"),
    ]);
    expect(groups.map(({ kind }) => kind)).toEqual(["slip.issue", "contract.check"]);
    expect(groups[1]?.items.map(({ id }) => id)).toEqual(["c", "a"]);
    expect(groups[0]?.overdue).toBe(1);
  });
});
