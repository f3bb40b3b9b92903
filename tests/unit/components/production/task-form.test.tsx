import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { TaskForm } from "@/components/production/task-form";
import type { TaskFormData } from "@/lib/production/task-form-query";
import { renderInApp, typedInto, wordsOf } from "../render-in-app";

const router = { refresh: vi.fn(), push: vi.fn() };
vi.mock("next/navigation", async (original) => ({
  ...(await original<typeof import("next/navigation")>()),
  useRouter: () => router,
}));
const sent = vi.hoisted(() => ({ inputs: [] as unknown[] }));
vi.mock("@/lib/production/actions", () => ({
  saveTaskAction: async (input: unknown) => {
    sent.inputs.push(input);
    return { ok: true, data: { taskId: "task-1", rowVersion: 1, preparationId: null } };
  },
}));
beforeEach(() => {
  sent.inputs = [];
  router.push.mockClear();
});

const CONTRACT = "0198a1b2-0000-7000-8000-000000000001";
const LINE = "0198a1b2-0000-7000-8000-000000000002";

const data: TaskFormData = {
  contract: {
    id: CONTRACT,
    contractNo: "LG2026-001",
    contractClass: "B",
    customerName: "大连宏达机械",
    reviewNos: "",
    missingDeposit: "900.00",
  },
  lines: [
    {
      id: LINE,
      lineNo: 1,
      productName: "硬质合金立铣刀",
      spec: "φ10",
      drawingNo: "T-001 A",
      unit: "支",
      isNew: false,
      contractQty: "100",
      toProduce: "60",
      taskedQty: "0",
      rest: "60",
      dueOn: "2026-12-01",
    },
  ],
  stockRows: [
    {
      id: LINE,
      lineNo: 1,
      productName: "硬质合金立铣刀",
      unit: "支",
      quantity: "40",
      available: "40",
    },
  ],
  preparation: null,
  departments: ["生产部", "机加车间"],
  today: "2026-11-23",
  values: {
    contractId: CONTRACT,
    taskId: null,
    rowVersion: null,
    toDepartment: "机加车间",
    priorPerson: "",
    priorOn: "2026-11-20",
    priorPromisedOn: "2026-11-27",
    priorNote: "",
    priority: "NORMAL",
    remark: "",
    lines: [
      {
        contractLineId: LINE,
        quantity: "60",
        extraReason: "",
        requiredOn: "2026-11-28",
        technicalRequirement: "",
        packingRequirement: "",
      },
    ],
    preparation: { dueOn: "2026-11-28", packingRequirement: "" },
  },
};

const save = () => userEvent.click(screen.getByRole("button", { name: "保存草稿" }));

describe("the form of a task notice", () => {
  it("warns of the deposit, shows the stock part beside it, and wants to know whom one has spoken with", async () => {
    renderInApp(<TaskForm data={data} />);
    const text = wordsOf(document.body);
    for (const told of ["还差 900.00 元", "备货单和生产任务通知单一起提交", "40 支"])
      expect(text).toContain(told);
    await save();
    expect(sent.inputs).toEqual([]);
    await userEvent.type(screen.getByLabelText(/生产部门联系人/), "周调度");
    await save();
    await waitFor(() => expect(router.push).toHaveBeenCalledWith("/production/notices/task-1"));
    expect(sent.inputs[0]).toMatchObject({
      priorPerson: "周调度",
      lines: [{ quantity: "60" }],
      preparation: { dueOn: "2026-11-28" },
    });
  });

  it("asks for the reason as soon as more than the rest is typed", async () => {
    renderInApp(<TaskForm data={data} />);
    const quantity = screen.getByLabelText(/^数量/);
    expect(typedInto(quantity)).toBe("60");
    expect(screen.queryByLabelText(/多做的原因/)).toBeNull();
    await userEvent.clear(quantity);
    await userEvent.type(quantity, "70");
    expect(await screen.findByLabelText(/多做的原因/)).toBeTruthy();
  });
});
