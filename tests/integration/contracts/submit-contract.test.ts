import { describe, expect, it } from "vitest";
import { cancelContract } from "@/lib/contracts/cancel-contract";
import { checkContract } from "@/lib/contracts/check-contract";
import { deleteDraft } from "@/lib/contracts/delete-draft";
import { rejectContract } from "@/lib/contracts/reject-contract";
import { returnContract } from "@/lib/contracts/return-contract";
import { saveDraft } from "@/lib/contracts/save-draft";
import { orderInput } from "@/lib/contracts/schema";
import { diffSincePreviousSubmission } from "@/lib/contracts/submissions";
import { submitContract } from "@/lib/contracts/submit-contract";
import { withdrawContract } from "@/lib/contracts/withdraw-contract";
import { recentRejections } from "@/lib/records/rejections";
import { db } from "@/lib/server/db";
import {
  createContract,
  formalChanges,
  goodsLine,
  monthlyCustomer,
  orderValues,
  ref,
  seenContract,
} from "@/tests/factories/contracts";
import { createCustomer } from "@/tests/factories/customers";
import { aDelegate, aKey, anActor } from "@/tests/factories/people";
import { createProduct } from "@/tests/factories/products";
import { stockUp } from "@/tests/factories/stock";
import { at } from "@/tests/support/clock";

const DAY = "2026-11-02";
const aClerk = () => anActor("CLERK", { duties: ["CONTRACT_DRAFTING"] });
type Options = Parameters<typeof createContract>[0];
const draft = (options: Options = {}) => at(DAY, () => createContract(options));
const submit = async (clerk: Awaited<ReturnType<typeof aClerk>>, id: string) =>
  at(DAY, async () => submitContract(clerk, await ref(id), aKey()));

/** Submitting changes nothing when it is refused. */
async function expectRefused(
  id: string,
  clerk: Awaited<ReturnType<typeof aClerk>>,
  refusal: object,
) {
  const before = await seenContract(id);
  await expect(submit(clerk, id)).rejects.toMatchObject(refusal);
  expect(await seenContract(id)).toEqual(before);
}

describe("submitting an order to the section chief", () => {
  it("[R1.1.2-b] needs price, delivery and payment agreed with a name and a date, a draft does not", async () => {
    const clerk = await aClerk();
    for (const missing of [
      { agreedPrice: false },
      { agreedDelivery: false },
      { agreedPayment: false },
      { agreedWith: "" },
      { agreedOn: "" },
    ]) {
      const { id } = await draft({ clerk, order: missing });
      await expectRefused(id, clerk, { code: "contracts.terms_agreed" });
    }
    const { id } = await draft({ clerk });
    expect(await submit(clerk, id)).toMatchObject({ contractClass: "A" });
  });

  it("[R1.1.2-c] lets only the holder of the drafting duty submit a formal contract; others may prepare it", async () => {
    const other = await anActor("CLERK");
    const { id, status } = await draft({ clerk: other, order: formalChanges });
    expect(status).toBe("DRAFT");
    await expectRefused(id, other, { code: "contracts.drafting_duty" });
    const holder = await aClerk();
    expect(await submit(holder, id)).toMatchObject({ id });
  });

  it("[R1.1.2-d] forms a contract from a verbal order slip, which gets its DH number and was read back", async () => {
    const clerk = await anActor("CLERK");
    const unread = await draft({ clerk, order: { readBackConfirmed: false } });
    await expectRefused(unread.id, clerk, { code: "contracts.read_back" });
    const { id } = await draft({ clerk });
    await submit(clerk, id);
    expect(await seenContract(id)).toMatchObject({
      status: "PENDING_CHIEF",
      docNo: expect.stringMatching(/^DH2026-\d{4}$/),
    });
  });

  it("[R1.1.2-d] asks who can be called back about a verbal order; a formal contract names its buyer", async () => {
    const clerk = await aClerk();
    const unknown = await draft({ clerk, order: { ordererPhone: "" } });
    await expectRefused(unknown.id, clerk, {
      issues: [{ path: "ordererPhone", code: "common.required" }],
    });
    const formal = await draft({ clerk, order: { ...formalChanges, ordererPhone: "" } });
    expect(await submit(clerk, formal.id)).toMatchObject({ id: formal.id });
  });

  it("[R1.1.2-F][R1.1.2-V] asks for words when the other form is recommended", async () => {
    const clerk = await aClerk();
    const large = [goodsLine((await stocked()).id, { quantity: "200", unitPrice: "50" })];
    const { id } = await draft({ clerk, order: { lines: large } });
    await expectRefused(id, clerk, {
      issues: [{ path: "formReason", code: "contracts.form_reason_missing" }],
    });
    const explained = await draft({
      clerk,
      order: { lines: large, formReason: "客户急用,合同随后补签" },
    });
    await submit(clerk, explained.id);
    expect(await seenContract(explained.id)).toMatchObject({ recommendedForm: "FORMAL" });
  });

  it("[R1.1.2-a] keeps the stock figures that were seen", async () => {
    const clerk = await aClerk();
    const { id } = await draft({ clerk, inStock: "12" });
    await submit(clerk, id);
    expect((await seenContract(id)).stockSnapshot).toMatchObject([
      { lineNo: 1, onHand: "12", freeToPromise: "12" },
    ]);
  });

  it("[R1.1.3-A] fixes class A when all lines are covered, B when something is to be produced", async () => {
    const clerk = await aClerk();
    const covered = await draft({ clerk, inStock: "10" });
    expect(await submit(clerk, covered.id)).toMatchObject({ contractClass: "A" });
    const short = await draft({ clerk, inStock: "4" });
    expect(await submit(clerk, short.id)).toMatchObject({ contractClass: "B" });
    const [line] = (await seenContract(short.id)).lines;
    expect([line?.qtyFromStock.toFixed(), line?.qtyToProduce.toFixed()]).toEqual(["4", "6"]);
  });

  it("[R1.1.3-A] promises the last pieces to one of eight rivals only", async () => {
    const clerk = await aClerk();
    const product = await stocked("10");
    const customer = await monthlyCustomer();
    const drafts = [];
    for (let i = 0; i < 8; i += 1) {
      drafts.push(
        await draft({ clerk, customerId: customer.id, order: { lines: [goodsLine(product.id)] } }),
      );
    }
    const classes = await Promise.all(drafts.map(({ id }) => submit(clerk, id)));
    expect(classes.filter(({ contractClass }) => contractClass === "A")).toHaveLength(1);
  });

  it("[R1.1.3-C1] refuses a line that was never made until its review exists; the draft stays", async () => {
    const clerk = await aClerk();
    const unmade = await createProduct({ firstProducedOn: null });
    const order = { lines: [goodsLine(unmade.id)], formReason: "客户要求" };
    const { id } = await draft({ clerk, order });
    const issues = [{ path: "lines.0.productId", code: "reviews.line_not_reviewed" }];
    await expectRefused(id, clerk, { issues });
    const unknown = await draft({
      clerk,
      order: { lines: [goodsLine(null)], formReason: "客户要求" },
    });
    await expectRefused(unknown.id, clerk, { issues });
  });

  it("[R1.3.1-a] asks for a reason when the term is looser than the customer's", async () => {
    const clerk = await aClerk();
    const prepaid = await createCustomer({ cooperationStart: "2024-10-01" });
    const { id } = await draft({ clerk, customerId: prepaid.id });
    await expectRefused(id, clerk, {
      issues: [{ path: "looserTermReason", code: "contracts.looser_term_reason_missing" }],
    });
  });

  it("[R1.1.2-b] refuses an order or an agreement that lies ahead", async () => {
    const clerk = await aClerk();
    const { id: productId } = await stocked();
    const { id } = await draft({
      clerk,
      order: {
        lines: [goodsLine(productId)],
        orderedAt: "2026-11-24T09:30:00+08:00",
        agreedOn: "2026-11-24",
      },
    });
    await expectRefused(id, clerk, {
      issues: [
        { path: "orderedAt", code: "common.date_in_future" },
        { path: "agreedOn", code: "common.date_in_future" },
      ],
    });
  });

  it("refuses a delivery date in the past, a missing one, and names the cells", async () => {
    const clerk = await aClerk();
    const { id: productId } = await stocked();
    const lines = [
      goodsLine(productId, { deliveryOn: "2026-11-01" }),
      goodsLine(productId, { deliveryOn: "" }),
    ];
    const { id } = await draft({ clerk, order: { lines } });
    await expectRefused(id, clerk, {
      issues: [
        { path: "lines.0.deliveryOn", code: "contracts.delivery_in_past" },
        { path: "lines.1.deliveryOn", code: "contracts.delivery_date_missing" },
      ],
    });
  });

  it("wants the original of a fax order attached", async () => {
    const clerk = await aClerk();
    const { id } = await draft({ clerk, order: { channel: "FAX" } });
    await expectRefused(id, clerk, { code: "contracts.original_attached" });
  });

  it("demands the clauses of a formal contract and a whole, lawful payment plan", async () => {
    const clerk = await aClerk();
    const plan = [
      { kind: "DEPOSIT" as const, name: "定金", percent: "30", dueDays: null },
      { kind: "BALANCE" as const, name: "发货前余款", percent: "60", dueDays: null },
    ];
    const { id } = await draft({
      clerk,
      order: { ...formalChanges, clauses: {}, instalments: plan },
    });
    const error = await submit(clerk, id).catch(
      (refusal: { issues: { code: string }[] }) => refusal,
    );
    const codes = "issues" in error ? error.issues.map(({ code }) => code) : [];
    expect(new Set(codes)).toEqual(
      new Set([
        "contracts.clause_missing",
        "contracts.plan_not_whole",
        "contracts.deposit_too_high",
      ]),
    );
  });
});

async function stocked(quantity = "1000") {
  const product = await createProduct();
  await stockUp({ productId: product.id, quantity });
  return product;
}

describe("typing an order", () => {
  it("[R1.1.1-a][R1.1.1-b][R1.1.1-c][R1.1.1-d] writes its intake record itself, and keeps it equal", async () => {
    const clerk = await aClerk();
    const { id, intakeId, customerName } = await draft({ clerk });
    const intake = await db.intake.findUniqueOrThrow({
      where: { id: intakeId },
      include: { lines: true },
    });
    expect(intake).toMatchObject({
      docNo: expect.stringMatching(/^YX2026-\d{4}$/),
      channel: "PHONE",
      customerName,
      contactName: "王工",
      deliveryMethod: "EXPRESS",
      paymentTerm: "MONTHLY",
      outcome: "CONTRACT",
      createdById: clerk.id,
    });
    expect(intake.lines).toHaveLength(1);
    await expect(db.intake.delete({ where: { id: intakeId } })).rejects.toThrow();

    const contract = await seenContract(id);
    const order = orderInput.parse(
      orderValues(contract.customerId, { ordererName: "李工", lines: [] }),
    );
    await at(DAY, () =>
      saveDraft(clerk, { contractId: id, rowVersion: contract.rowVersion, order }, aKey()),
    );
    const kept = await db.intake.findUniqueOrThrow({
      where: { id: intakeId },
      include: { lines: true },
    });
    expect([kept.contactName, kept.lines.length]).toEqual(["李工", 0]);
  });

  it("computes amounts, packs and net prices on the server", async () => {
    const clerk = await aClerk();
    const inserts = await createProduct({ unit: "片", packs: [{ unit: "盒", factor: "10" }] });
    const { id: mill } = await createProduct();
    const { lines, totalAmount } = await draft({
      clerk,
      order: {
        lines: [
          goodsLine(inserts.id, { unit: "盒", quantity: "3", unitPrice: "20" }),
          goodsLine(mill, { quantity: "1", unitPrice: "100", isNetPrice: true }),
          { lineKind: "DISCOUNT", productName: "优惠", amount: "-13.00", lineRemark: "" },
        ],
      },
    });
    expect(lines.map(({ quantity, amount }) => [quantity.toFixed(), amount.toFixed(2)])).toEqual([
      ["30", "600.00"],
      ["1", "113.00"],
      ["1", "-13.00"],
    ]);
    expect(lines[0]).toMatchObject({ packUnit: "盒" });
    expect(totalAmount.toFixed(2)).toBe("700.00");
  });

  it("names the cell of a fraction, an unknown unit and a total that is negative", async () => {
    const clerk = await aClerk();
    const { id } = await createProduct();
    const lines = [goodsLine(id, { quantity: "1.5" }), goodsLine(id, { unit: "箱" })];
    await expect(draft({ clerk, order: { lines } })).rejects.toMatchObject({
      issues: [
        { path: "lines.0.quantity", code: "contracts.quantity_not_whole" },
        { path: "lines.1.unit", code: "contracts.unit_unknown" },
      ],
    });
    const discount = {
      lineKind: "DISCOUNT" as const,
      productName: "优惠",
      amount: "-1",
      lineRemark: "",
    };
    await expect(draft({ clerk, order: { lines: [discount] } })).rejects.toMatchObject({
      issues: [{ path: "lines", code: "contracts.total_negative" }],
    });
  });

  it.each([
    ["a negative quantity", { quantity: "-1" }, "contracts.quantity_not_positive"],
    ["a quantity that is no number", { quantity: "十" }, "contracts.quantity_malformed"],
    ["a negative price", { unitPrice: "-1" }, "contracts.price_negative"],
    ["an over-long remark", { lineRemark: "长".repeat(201) }, "common.too_long"],
  ])("refuses %s at its cell", (_, change, code) => {
    const parsed = orderInput.safeParse(
      orderValues(aKey(), { lines: [goodsLine(aKey(), change)] }),
    );
    expect(parsed.error?.issues.map(({ message }) => message)).toEqual([code]);
  });

  it("refuses 300 lines in one sentence", () => {
    const lines = Array.from({ length: 300 }, () => goodsLine(aKey()));
    const parsed = orderInput.safeParse(orderValues(aKey(), { lines }));
    expect(parsed.error?.issues).toMatchObject([
      { path: ["lines"], message: "contracts.too_many_lines" },
    ]);
  });

  it("refuses a draft that somebody saved meanwhile, and a contract that is no draft any more", async () => {
    const clerk = await aClerk();
    const contract = await draft({ clerk });
    const order = orderInput.parse(orderValues(contract.customerId, { lines: [] }));
    const stale = { contractId: contract.id, rowVersion: 99, order };
    await expect(saveDraft(clerk, stale, aKey())).rejects.toMatchObject({
      code: "common.changed_meanwhile",
    });
    await submit(clerk, contract.id);
    const late = { ...stale, rowVersion: (await ref(contract.id)).rowVersion };
    await expect(saveDraft(clerk, late, aKey())).rejects.toMatchObject({
      code: "contracts.only_drafts_edited",
    });
  });

  it("answers a repeated save with the first draft", async () => {
    const clerk = await aClerk();
    const { id: customerId } = await monthlyCustomer();
    const input = {
      contractId: null,
      rowVersion: null,
      order: orderInput.parse(orderValues(customerId)),
    };
    const key = aKey();
    const first = await saveDraft(clerk, input, key);
    expect(await saveDraft(clerk, input, key)).toEqual(first);
    expect(await db.contract.count({ where: { customerId } })).toBe(1);
  });
});

describe("deciding and taking back", () => {
  const atChief = (options: Options = {}) => draft({ ...options, status: "PENDING_CHIEF" });
  const words = async (id: string) => ({ ...(await ref(id)), comment: "交期不可行" });

  it("[R1.1.4-a] lets the section chief check, not the one who drafted it", async () => {
    const chief = await anActor("SECTION_CHIEF");
    const { id } = await atChief();
    await checkContract(chief, await words(id), aKey());
    expect(await seenContract(id)).toMatchObject({
      status: "PENDING_DIRECTOR",
      checkedById: chief.id,
    });

    const drafting = await anActor("SECTION_CHIEF", { duties: ["CONTRACT_DRAFTING"] });
    const own = await atChief({ clerk: drafting });
    await expect(checkContract(drafting, await words(own.id), aKey())).rejects.toMatchObject({
      code: "contracts.not_own_draft",
    });
    const delegate = await at(DAY, async () =>
      aDelegate(await anActor("SECTION_CHIEF"), "CLERK", "CHECK"),
    );
    await checkContract(delegate, await words(own.id), aKey());
    expect((await seenContract(own.id)).status).toBe("PENDING_DIRECTOR");
  });

  it("[R1.1.4-a] refuses everybody who ever drafted it, also after another took the draft over", async () => {
    const chief = await anActor("SECTION_CHIEF");
    const clerk = await aClerk();
    const contract = await draft({ clerk: chief });
    const lines = [goodsLine((await stocked()).id)];
    const order = await at(DAY, async () =>
      orderInput.parse(orderValues(contract.customerId, { lines })),
    );
    await saveDraft(clerk, { contractId: contract.id, rowVersion: 1, order }, aKey());
    await submit(clerk, contract.id);
    await expect(checkContract(chief, await words(contract.id), aKey())).rejects.toMatchObject({
      code: "contracts.not_own_draft",
    });
  });

  it("[R1.1.4-a][R1.1.4-b] a return voids the signatures, frees the stock and starts again at the chief", async () => {
    const clerk = await aClerk();
    const { id } = await draft({ clerk, status: "PENDING_DIRECTOR" });
    const director = await anActor("FACTORY_DIRECTOR");
    await at(DAY, async () => returnContract(director, await words(id), aKey()));

    expect(await seenContract(id)).toMatchObject({ status: "DRAFT", checkedById: null });
    const signatures = await db.signature.findMany({ where: { subjectId: id } });
    const told = signatures.map(({ step, decision, voidedAt }) => [
      step,
      decision,
      voidedAt ? "void" : "valid",
    ]);
    expect(told.sort()).toEqual([
      ["APPROVED", "RETURN", "valid"],
      ["CHECKED", "AGREE", "void"],
      ["PREPARED", "AGREE", "void"],
    ]);
    expect(await db.stockDemand.count({ where: { contractId: id } })).toBe(0);
    expect(
      await db.workItem.findFirstOrThrow({ where: { subjectId: id, closedAt: null } }),
    ).toMatchObject({
      kind: "contract.returned",
      assigneeId: clerk.id,
    });
    await submit(clerk, id);
    expect((await seenContract(id)).status).toBe("PENDING_CHIEF");
  });

  it("shows what a resubmission changed", async () => {
    const clerk = await aClerk();
    const contract = await draft({ clerk, status: "PENDING_CHIEF" });
    expect(await diffSincePreviousSubmission(contract.id)).toBeNull();
    const chief = await anActor("SECTION_CHIEF");
    await at(DAY, async () => returnContract(chief, await words(contract.id), aKey()));
    const { rowVersion } = await ref(contract.id);
    const productId = contract.lines[0]?.productId ?? "";
    const lines = [goodsLine(productId, { deliveryOn: "2026-12-15" })];
    const order = await at(DAY, async () =>
      orderInput.parse(orderValues(contract.customerId, { lines })),
    );
    await at(DAY, () => saveDraft(clerk, { contractId: contract.id, rowVersion, order }, aKey()));
    await submit(clerk, contract.id);
    const diff = await diffSincePreviousSubmission(contract.id);
    expect(diff).toMatchObject({
      fields: [],
      lines: [
        {
          kind: "changed",
          fields: [{ field: "deliveryOn", before: "2026-12-01", after: "2026-12-15" }],
        },
      ],
    });
  });

  it("a rejection is final and gives no number", async () => {
    const { id } = await atChief();
    const chief = await anActor("SECTION_CHIEF");
    await rejectContract(chief, await words(id), aKey());
    expect(await seenContract(id)).toMatchObject({ status: "CANCELLED", contractNo: null });
    const { draftedById, docNo } = await seenContract(id);
    const drafter = { ...(await aClerk()), id: draftedById };
    expect(await recentRejections(drafter)).toMatchObject([
      { subjectType: "contract", docNo, byName: chief.name, href: `/contracts/${id}` },
    ]);
    expect(await recentRejections(chief)).toEqual([]);
    const later = new Date(Date.now() + 8 * 86_400_000).toISOString().slice(0, 10);
    expect(await at(later, () => recentRejections(drafter))).toEqual([]);
    await expect(rejectContract(chief, await words(id), aKey())).rejects.toMatchObject({
      code: "contracts.wrong_status",
    });
  });

  it("only the drafter withdraws; a submitted draft is cancelled, an unsubmitted one deleted", async () => {
    const clerk = await aClerk();
    const { id } = await atChief({ clerk });
    await expect(withdrawContract(await aClerk(), await words(id), aKey())).rejects.toMatchObject({
      code: "contracts.own_draft",
    });
    await withdrawContract(clerk, await words(id), aKey());
    await expect(deleteDraft(clerk, await ref(id), aKey())).rejects.toMatchObject({
      code: "contracts.never_submitted",
    });
    await cancelContract(clerk, await words(id), aKey());
    expect((await seenContract(id)).status).toBe("CANCELLED");

    const fresh = await draft({ clerk });
    await expect(cancelContract(clerk, await words(fresh.id), aKey())).rejects.toMatchObject({
      code: "contracts.submitted_before",
    });
    await deleteDraft(clerk, await ref(fresh.id), aKey());
    expect((await seenContract(fresh.id)).deletedAt).not.toBeNull();
  });
});
