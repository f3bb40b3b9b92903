import { fireEvent, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { ChangeEntry } from "@/components/changes/change-entry";
import type { ChangeStart } from "@/lib/changes/change-start";
import type { SaveRevisionInput } from "@/lib/changes/schema";
import { NO_FEEDBACK } from "@/lib/intake/feedback";
import { renderInApp, wordsOf } from "../render-in-app";

const sent = vi.hoisted(() => ({ save: vi.fn(), submit: vi.fn(), push: vi.fn() }));
vi.mock("@/lib/changes/actions", () => ({
  saveRevisionAction: sent.save,
  submitRevisionAction: sent.submit,
}));
vi.mock("next/navigation", () => ({
  useRouter: () => ({ push: sent.push, refresh: () => undefined }),
  usePathname: () => "/",
}));

const LINE = "0190a0a0-0000-7000-8000-00000000000a";
const PRODUCT = "0190a0a0-0000-7000-8000-000000000001";
const CONTRACT = "0190a0a0-0000-7000-8000-00000000000c";
const REVISION = "0190a0a0-0000-7000-8000-00000000000d";

const START: ChangeStart = {
  contractId: CONTRACT,
  contractNo: "LG2026-014",
  revisionId: null,
  rowVersion: 7,
  revision: 2,
  reason: "",
  customer: null,
  head: {
    form: "VERBAL",
    customerId: CONTRACT,
    intakeId: null,
    channel: "PHONE",
    orderedAt: "2026-11-02T09:30",
    ordererName: "王工",
    ordererTitle: "",
    ordererPhone: "13900001111",
    customerPoNo: "",
    usage: "",
    agreedPrice: true,
    agreedDelivery: true,
    agreedPayment: true,
    agreedWith: "王工",
    agreedOn: "2026-11-23",
    taxRate: "0.13",
    invoiceType: "SPECIAL",
    deliveryMethod: "EXPRESS",
    freightPayer: "SUPPLIER",
    partialAllowed: true,
    packingRequirement: "",
    technicalRequirement: "",
    consignee: { company: "厂", contactPerson: "王", phone: "139", address: "路", postalCode: "" },
    paymentTerm: "MONTHLY",
    dueDays: "",
    paymentChannel: "BANK_TRANSFER",
    looserTermReason: "",
    formReason: "",
    verbalReason: "SMALL",
    readBackConfirmed: true,
    readBackByName: "王工",
    signPlace: "大连",
    signDate: "",
    validFrom: "",
    validTo: "",
    warrantyMonths: "",
    objectionDays: "15",
    originalCount: "2",
    clauses: {},
    instalments: [],
    productionFeedback: NO_FEEDBACK,
    remark: "",
  },
  goods: [
    {
      product: {
        ...{ id: PRODUCT, code: "XD-0001", name: "立铣刀", spec: "φ10", drawingNo: "" },
        ...{ unit: "支", packs: [], isProven: true, price: null },
      },
      ...{ productName: "立铣刀", spec: "φ10", drawingNo: "", unit: "支", quantity: "20" },
      ...{ unitPrice: "55.00", deliveryOn: "2026-12-01", brand: "", lineRemark: "" },
    },
  ],
  charges: [],
  lineIds: [LINE],
  frozen: [
    {
      ...{ id: LINE, lineNo: 1, product: "立铣刀 φ10", floor: "6", unit: "支" },
      ...{ goodsFixed: true, priceFixed: true },
    },
  ],
};
const SCREEN = { units: ["支"], templates: [], mayCreateProduct: false };

function open() {
  vi.stubGlobal("fetch", async () => new Response("{}", { status: 503 }));
  return renderInApp(<ChangeEntry start={START} {...SCREEN} formalAmountThreshold="10000.00" />);
}
const save = () => userEvent.click(screen.getByRole("button", { name: /^存草稿|^保存草稿/ }));
const lastSaved = () => sent.save.mock.lastCall?.[0] as SaveRevisionInput;

beforeEach(() => {
  sent.save.mockReset().mockResolvedValue({ ok: true, data: { id: REVISION, rowVersion: 1 } });
  sent.submit.mockReset().mockResolvedValue({ ok: true, data: { id: REVISION } });
  sent.push.mockReset();
});

describe("the screen of a change", () => {
  it("says first what can no longer change, and keeps the contract's line under each row", async () => {
    const { container } = open();
    expect(wordsOf(container)).toContain("变更 LG2026-014，第 2 版");
    expect(wordsOf(container)).toContain(
      "第 1 行 立铣刀 φ10：数量不少于 6 支；品种和单位不能改；单价不能改",
    );
    fireEvent.change(screen.getByLabelText(/^变更原因/), { target: { value: "客户加订" } });
    await save();
    await waitFor(() => expect(sent.save).toHaveBeenCalled());
    const { contractId, revisionId, rowVersion, reason, proposal } = lastSaved();
    expect({ contractId, revisionId, rowVersion, reason }).toEqual({
      ...{ contractId: CONTRACT, revisionId: null, rowVersion: 7, reason: "客户加订" },
    });
    expect(proposal.lineIds).toEqual([LINE]);
    expect(proposal.order.lines).toMatchObject([{ productId: PRODUCT, quantity: "20" }]);
  });

  it("submits what was saved and leads to the change", async () => {
    open();
    fireEvent.change(screen.getByLabelText(/^变更原因/), { target: { value: "客户加订" } });
    await userEvent.click(screen.getByRole("button", { name: /^提交核对/ }));
    await waitFor(() => expect(sent.submit).toHaveBeenCalled());
    expect(sent.submit.mock.lastCall?.[0]).toEqual({ revisionId: REVISION, rowVersion: 1 });
    expect(sent.push).toHaveBeenCalledWith(`/contracts/changes/${REVISION}`);
  });

  it("shows a refused cell in its row and what belongs to none above", async () => {
    sent.save.mockResolvedValue({
      ok: false,
      error: {
        code: "common.invalid_input",
        issues: [
          {
            path: "lines.0.quantity",
            code: "changes.below_floor",
            details: { floor: "6", unit: "支" },
          },
          { path: "reason", code: "common.required" },
        ],
      },
    });
    const { container } = open();
    await save();
    await waitFor(() => expect(wordsOf(container)).toContain("请写明变更原因。"));
    expect(container.querySelector("td[data-issue]")).not.toBeNull();
  });
});
