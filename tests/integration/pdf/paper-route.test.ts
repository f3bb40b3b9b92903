import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { GET } from "@/app/api/pdf/[kind]/[id]/route";
import type { Actor } from "@/lib/auth/permissions";
import { translatorFor } from "@/lib/i18n/translator";
import { db } from "@/lib/server/db";
import { newId } from "@/lib/server/ids";
import { createPrintedSignature, createShipment } from "@/tests/factories/papers";
import { anActor } from "@/tests/factories/people";
import { createReview } from "@/tests/factories/reviews";
import { createCompany } from "@/tests/factories/settings";
import { at } from "@/tests/support/clock";
import { pdfPageTexts } from "@/tests/support/pdf-text";

/** Who is signed in; cookies and the page's language do not exist outside a server. */
const request = vi.hoisted(() => ({ actor: null as unknown }));
vi.mock("@/lib/server/session", () => ({ currentActor: async () => request.actor }));
vi.mock("next-intl/server", () => ({
  getTranslations: async () => {
    const t = translatorFor("zh", "common");
    const key = (name: string) => name.replace(/^common\./, "") as never;
    return Object.assign((name: string) => t(key(name)), {
      has: (name: string) => t.has(key(name)),
    });
  },
}));

let clerk: Actor;
beforeAll(async () => {
  await createCompany();
  clerk = await anActor("CLERK", { displayName: "王敏" });
});
beforeEach(() => {
  request.actor = clerk;
});

async function get(kind: string, id: string) {
  return GET(new Request("http://localhost/"), { params: Promise.resolve({ kind, id }) });
}

async function pagesOf(kind: string, id: string) {
  const response = await get(kind, id);
  expect(response.status).toBe(200);
  return pdfPageTexts(Buffer.from(await response.arrayBuffer()));
}

describe("GET /api/pdf", () => {
  it("gives a file to look at, named for its number, that nobody stores", async () => {
    const { contract } = await createShipment(clerk);
    const response = await get("contract", contract.id);
    expect(response.headers.get("content-type")).toBe("application/pdf");
    expect(response.headers.get("content-disposition")).toMatch(
      /^inline; filename="contract-DH2026-\d{4}\.pdf"$/,
    );
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
    expect(response.headers.get("cache-control")).toBe("private, no-store");
  });

  it("draws every kind of paper from the database", async () => {
    const { contract, notice, slip, packingList, waybill, logEntry } = await createShipment(clerk);
    const expected = [
      ["contract", contract.id, "口头订货记录单", 1],
      ["notice", notice.id, "发货通知单", 2],
      ["slip", slip.id, "出库单", 3],
      ["packing-list", packingList.id, "装箱单", 2],
      ["waybill", waybill.id, "邮单", 1],
      ["receipt-confirmation", logEntry.id, "收货确认记录", 1],
      ["receipt-confirmation", logEntry.confirmations[0]?.id ?? "", "收货确认记录", 1],
    ] as const;
    for (const [kind, id, title, copies] of expected) {
      const pages = await pagesOf(kind, id);
      expect(pages).toHaveLength(copies);
      expect(pages[0]).toContain(title);
      expect(pages[0]).toContain("兴达精密工具有限公司");
    }
  });

  it("draws the formal contract with both parties, clauses and the payment plan", async () => {
    const { contract } = await createShipment(clerk, { form: "FORMAL" });
    const text = (await pagesOf("contract", contract.id)).join("\n");
    for (const part of [
      contract.contractNo,
      "91350100M000100Y43",
      "刘镕",
      "按图纸和国家标准。",
      "计 ¥259.50，合同生效后支付",
      "不含税金额 ¥765.49，税额 ¥99.51",
    ]) {
      expect(text).toContain(part);
    }
  });

  it("counts each print and says how many it was and who printed when", async () => {
    const { slip } = await createShipment(clerk);
    const print = () => at("2026-11-23T14:31:00+08:00", () => pagesOf("slip", slip.id));
    expect((await print())[0]).toContain("第 1 次打印");
    const [page = ""] = await print();
    expect(page).toContain("第 2 次打印");
    expect(page).toContain(`系统编号 ${slip.id}　打印 2026-11-23 14:31 王敏`);
    const records = await db.printRecord.findMany({ where: { subjectId: slip.id } });
    expect(records).toHaveLength(2);
  });

  it("[R1.1.4-c] stamps 未审批 on a contract until the director has approved", async () => {
    const pending = await createShipment(clerk, { contractStatus: "PENDING_DIRECTOR" });
    const approved = await createShipment(clerk);
    expect((await pagesOf("contract", pending.contract.id))[0]).toContain("未审批");
    expect((await pagesOf("contract", approved.contract.id))[0]).not.toContain("未审批");
    const voided = await createShipment(clerk, { contractStatus: "VOIDED" });
    const [page = ""] = await pagesOf("contract", voided.contract.id);
    expect(page).toContain("作废");
    expect(page).toContain(voided.contract.contractNo);
  });

  it("[R1.1.4-b] keeps the approval on a contract that was voided afterwards", async () => {
    const { contract } = await createShipment(clerk, { contractStatus: "VOIDED" });
    await createPrintedSignature("contract", contract.id, "APPROVED", "批准的厂长");
    await createPrintedSignature("contract", contract.id, "APPROVED", "作废的厂长", {
      decision: "REJECT",
    });
    const [page = ""] = await pagesOf("contract", contract.id);
    expect(page).toContain("批准的厂长");
    expect(page).not.toContain("作废的厂长");
  });

  it("shows valid signatures only: a voided one and a return leave the box open", async () => {
    const { contract } = await createShipment(clerk, { contractStatus: "PENDING_DIRECTOR" });
    const sign = createPrintedSignature;
    await sign("contract", contract.id, "CHECKED", "已作废的人", { voidedAt: new Date() });
    await sign("contract", contract.id, "CHECKED", "退回的人", { decision: "RETURN" });
    const [before = ""] = await pagesOf("contract", contract.id);
    expect(before).not.toContain("已作废的人");
    expect(before).not.toContain("退回的人");
    await sign("contract", contract.id, "CHECKED", "代签人", { onBehalfOfName: "赵立新" });
    expect((await pagesOf("contract", contract.id))[0]).toContain("代签人\n代 赵立新");
  });

  it("[R1.3.1-e] prints the credit check and waits for the director where a condition is broken", async () => {
    const { slip } = await createShipment(clerk);
    const [office = "", warehouse = ""] = await pagesOf("slip", slip.id);
    for (const part of ["¥14,800.00", "¥15,665.00", "¥15,000.00", "欠款超过限额", "客户停机待料"]) {
      expect(office).toContain(part);
      expect(warehouse).not.toContain(part);
    }
    expect(office).toContain("赵立新");
    expect(office).not.toContain("销售厂长审批\n—");
  });

  it("shows the keeper no price, unless the setting opens them", async () => {
    const { slip, notice } = await createShipment(clerk);
    request.actor = await anActor("WAREHOUSE_KEEPER");
    const text =
      (await pagesOf("slip", slip.id)).join() + (await pagesOf("notice", notice.id)).join();
    for (const part of ["86.50", "865.00", "14,800.00", "大写"]) expect(text).not.toContain(part);
    request.actor = await anActor("WAREHOUSE_KEEPER", { keeperSeesPrices: true });
    expect((await pagesOf("slip", slip.id))[0]).toContain("865.00");
  });

  it("answers 401, 403 and 404 with a sentence and counts nothing", async () => {
    const { contract } = await createShipment(clerk);
    const refused = async (status: number, kind = "contract", id = contract.id) => {
      const response = await get(kind, id);
      expect(response.status).toBe(status);
      expect(response.headers.get("content-type")).toBe("text/plain; charset=utf-8");
      expect(await response.text()).toMatch(/。$/);
    };
    await refused(404, "contract", newId());
    await refused(404, "contract", "not-an-id");
    await refused(404, "invoice");
    request.actor = await anActor("PRODUCTION");
    await refused(403);
    request.actor = null;
    await refused(401);
    expect(await db.printRecord.count({ where: { subjectId: contract.id } })).toBe(0);
  });

  it("shows a salesperson the papers of own customers only", async () => {
    const sales = await anActor("SALESPERSON");
    const own = await createShipment(clerk, { ownerId: sales.id });
    const foreign = await createShipment(clerk);
    request.actor = sales;
    for (const [kind, of] of [
      ["contract", "contract"],
      ["notice", "notice"],
      ["slip", "slip"],
      ["packing-list", "packingList"],
      ["waybill", "waybill"],
      ["receipt-confirmation", "logEntry"],
    ] as const) {
      expect((await get(kind, own[of].id)).status).toBe(200);
      expect((await get(kind, foreign[of].id)).status).toBe(404);
    }
  });

  it("[R1.1.3-C2] draws the review with its opinions, and without prices for whom they are hidden", async () => {
    const review = await at("2026-11-23", () =>
      createReview({ status: "EFFECTIVE", approvedPrice: "73.21" }),
    );
    const text = (await pagesOf("review", review.id)).join("\n");
    for (const part of [review.docNo ?? "", "产品要求评审表", "技术部", "生产部", "可行", "73.21"])
      expect(text).toContain(part);
    request.actor = await anActor("PRODUCTION");
    const blind = (await pagesOf("review", review.id)).join("\n");
    expect(blind).toContain("生产部");
    expect(blind).not.toContain("73.21");
  });
});
