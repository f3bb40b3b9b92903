import { describe, expect, it } from "vitest";
import type { Actor } from "@/lib/auth/permissions";
import { can } from "@/lib/auth/permissions";
import type { Role } from "@/lib/auth/roles";
import {
  REVISION_STATUSES,
  type RevisionCommand,
  type RevisionFacts,
  revisionLifecycle,
} from "@/lib/changes/lifecycle";

const person = (role: Role, id: string): Actor => ({
  id,
  name: id,
  role,
  duties: ["CONTRACT_DRAFTING"],
  delegations: [],
  keeperSeesPrices: false,
});
const FACTS: RevisionFacts = {
  status: "DRAFT",
  form: "FORMAL",
  contractRuns: true,
  changesSomething: true,
  goodsLineCount: 1,
  termsAgreed: true,
  readBack: true,
  reviewSettled: true,
  draftedById: "clerk",
  drafterIds: ["clerk"],
  checkedById: null,
};
const plan = (command: RevisionCommand, facts: Partial<RevisionFacts>, actor: Actor) => {
  const result = revisionLifecycle.plan(command, { ...FACTS, ...facts }, actor, can);
  return result.ok ? result.to : result.refusal;
};
const clerk = person("CLERK", "clerk");
const chief = person("SECTION_CHIEF", "chief");
const director = person("FACTORY_DIRECTOR", "director");

describe("the life cycle of a contract's change", () => {
  it("reaches every status, and nothing leads on from what is over", () => {
    expect(revisionLifecycle.reachability("DRAFT", REVISION_STATUSES)).toEqual({
      unreachable: [],
      deadEnds: ["CANCELLED", "SUPERSEDED"],
    });
  });

  it("[R1.1.4-a][R1.1.4-b] goes by the chief to the director, in this order", () => {
    expect(plan("submit", {}, clerk)).toBe("PENDING_CHIEF");
    expect(plan("approve", { status: "PENDING_CHIEF" }, director)).toBe("wrong_status");
    expect(plan("check", { status: "PENDING_CHIEF" }, chief)).toBe("PENDING_DIRECTOR");
    expect(plan("approve", { status: "PENDING_DIRECTOR", checkedById: "chief" }, director)).toBe(
      "EFFECTIVE",
    );
  });

  it("wants four eyes and two signers", () => {
    expect(plan("check", { status: "PENDING_CHIEF", drafterIds: ["chief"] }, chief)).toBe(
      "not_own_draft",
    );
    expect(plan("approve", { status: "PENDING_DIRECTOR", checkedById: "director" }, director)).toBe(
      "not_same_signer",
    );
  });

  it("is submitted only with something changed, agreed, read back and reviewed", () => {
    expect(plan("submit", { changesSomething: false }, clerk)).toBe("changes_something");
    expect(plan("submit", { termsAgreed: false }, clerk)).toBe("terms_agreed");
    expect(plan("submit", { form: "VERBAL", readBack: false }, clerk)).toBe("read_back");
    expect(plan("submit", { reviewSettled: false }, clerk)).toBe("review_settled");
    expect(plan("submit", { contractRuns: false }, clerk)).toBe("contract_runs");
    expect(plan("submit", {}, { ...clerk, duties: [] })).toBe("drafting_duty");
  });

  it("is taken back by its drafter only, given up by the drafter or the chief", () => {
    expect(plan("withdraw", { status: "PENDING_DIRECTOR" }, clerk)).toBe("DRAFT");
    expect(plan("withdraw", { status: "PENDING_CHIEF" }, person("CLERK", "other"))).toBe(
      "own_draft",
    );
    expect(plan("cancel", {}, chief)).toBe("CANCELLED");
    expect(plan("cancel", {}, person("CLERK", "other"))).toBe("own_draft_or_chief");
  });
});
