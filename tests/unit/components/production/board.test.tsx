import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { BoardCard } from "@/components/production/board-card";
import { BoardNotices } from "@/components/production/board-notices";
import type { BoardCard as Card } from "@/lib/production/board-query";
import { renderInApp, wordsOf } from "../render-in-app";

const router = { refresh: vi.fn(), push: vi.fn() };
vi.mock("next/navigation", async (original) => ({
  ...(await original<typeof import("next/navigation")>()),
  useRouter: () => router,
}));

const done = vi.hoisted(() => ({ calls: [] as { name: string; input: unknown }[] }));
vi.mock("@/lib/production/actions", () => {
  const action = (name: string) => async (input: unknown) => {
    done.calls.push({ name, input });
    return { ok: true, data: {} };
  };
  return {
    acceptTaskAction: action("accept"),
    logTaskAction: action("log"),
    deliverGoodsAction: action("deliver"),
  };
});

const LINE = "0198a1b2-0000-7000-8000-000000000001";
const card: Card = {
  id: LINE,
  rowVersion: 3,
  groupKey: "GRINDING",
  taskId: "0198a1b2-0000-7000-8000-000000000002",
  number: "SC2026-0001-1",
  contractNo: "LG2026-001",
  customerName: null,
  isUrgent: true,
  isAccepted: true,
  stage: "GRINDING",
  productName: "硬质合金立铣刀",
  spec: "φ10×22×72-4F",
  drawingNo: "T-001 A",
  drawings: [{ id: "f1", fileName: "图纸.pdf", mediaType: "application/pdf" }],
  unit: "支",
  quantity: "60",
  finishedQty: "20",
  receivedQty: "0",
  pendingQty: "0",
  rest: "60",
  hasGoodsToDeliver: true,
  requiredOn: "2026-11-28",
  contractDueOn: "2026-12-01",
  expectedOn: "2026-12-05",
  isOverdue: false,
  delayDays: 4,
  technicalRequirement: "",
  packingRequirement: "",
  trackerName: "周敏",
};
const may = { accept: true, log: true, deliver: true };
const notice = {
  id: card.taskId,
  docNo: "SC2026-0001",
  contractNo: "LG2026-001",
  priority: "NORMAL" as const,
  rowVersion: 2,
  issuedOn: "2026-11-23",
  lines: [
    {
      id: LINE,
      productName: "硬质合金立铣刀",
      spec: "φ10",
      quantity: "60",
      unit: "支",
      requiredOn: "2026-11-20",
      contractDueOn: "2026-12-01",
    },
  ],
};
const show = (changes: Partial<Card> = {}, rights = may, waiting?: typeof notice) =>
  renderInApp(
    <ul>
      <BoardCard
        card={{ ...card, ...changes }}
        notice={waiting}
        may={rights}
        today="2026-11-23"
        personName="郑海涛"
      />
    </ul>,
  );

beforeEach(() => {
  done.calls.length = 0;
});

describe("a card of the board", () => {
  it("says what is made, how far, and that it will be late; the drawing opens", () => {
    show();
    const text = wordsOf(document.body);
    for (const told of ["SC2026-0001-1", "φ10×22×72-4F", "20 / 60 支", "紧急", "误期 4 天"])
      expect(text).toContain(told);
    expect(screen.getByRole("link", { name: "图纸.pdf" }).getAttribute("href")).toBe(
      "/api/files/f1",
    );
  });

  it("moves on to the next stage with two presses", async () => {
    show();
    await userEvent.click(screen.getByRole("button", { name: "→ 涂层" }));
    const dialog = await screen.findByRole("dialog");
    await userEvent.click(within(dialog).getByRole("button", { name: "登记" }));
    await waitFor(() => expect(done.calls).toHaveLength(1));
    expect(done.calls[0]).toMatchObject({
      name: "log",
      input: { taskLineId: LINE, rowVersion: 3, stage: "COATING", doneQty: "20" },
    });
  });

  it("asks for the packing before goods are delivered, and for the reason of more than the task", async () => {
    show();
    await userEvent.click(screen.getByRole("button", { name: "交库" }));
    const dialog = await screen.findByRole("dialog");
    expect(within(dialog).queryByLabelText(/多交原因/)).toBeNull();
    await userEvent.clear(within(dialog).getByLabelText(/交库数量/));
    await userEvent.type(within(dialog).getByLabelText(/交库数量/), "65");
    expect(await within(dialog).findByLabelText(/多交原因/)).toBeTruthy();
    await userEvent.click(within(dialog).getByRole("button", { name: "交库" }));
    expect(done.calls).toHaveLength(0);
    expect(wordsOf(dialog)).toContain("检验单号/合格证");
  });

  it("offers only drawings to people who look on, and no delivery before the notice is accepted", () => {
    const { unmount } = show({}, { accept: false, log: false, deliver: false });
    const offered = screen
      .getAllByRole("button")
      .map((button) => button.getAttribute("aria-label"));
    expect(offered).toEqual(["查看 图纸.pdf"]);
    unmount();
    show({ isAccepted: false });
    // Its notice is not among those listed: the way to it leads to its page.
    expect(screen.getByRole("link", { name: "签收" }).getAttribute("href")).toBe(
      `/production/notices/${card.taskId}`,
    );
    for (const name of ["交库", "→ 涂层", "登记进度"])
      expect(screen.queryByRole("button", { name })).toBeNull();
  });

  it("[R1.1.3-B2] offers to accept the notice first, and until then notes contacts only", async () => {
    show({ isAccepted: false }, may, notice);
    await userEvent.click(screen.getByRole("button", { name: "记联系" }));
    const dialog = await screen.findByRole("dialog");
    expect(within(dialog).queryByLabelText(/完成数量/)).toBeNull();
    await userEvent.type(within(dialog).getByLabelText(/情况/), "催生产签收");
    await userEvent.click(within(dialog).getByRole("button", { name: "登记" }));
    await waitFor(() => expect(done.calls).toHaveLength(1));
    expect(done.calls[0]).toMatchObject({ input: { stage: "GRINDING", doneQty: "20" } });
    await userEvent.click(screen.getByRole("button", { name: "签收" }));
    expect(await screen.findByRole("dialog", { name: /SC2026-0001/ })).toBeTruthy();
  });
});

describe("notices to accept", () => {
  it("ask for a date of every line, and for a reason where it is later than required", async () => {
    renderInApp(<BoardNotices notices={[notice]} count={31} today="2026-11-23" />);
    expect(wordsOf(document.body), "all that wait, not only those shown").toContain("31 张");
    await userEvent.click(screen.getByRole("button", { name: "签收 SC2026-0001" }));
    const dialog = await screen.findByRole("dialog");
    // The required date is over already: the promise starts with today and wants its reason.
    await userEvent.type(within(dialog).getByLabelText(/晚于要求的原因/), "排产已满");
    await userEvent.click(within(dialog).getByRole("button", { name: "签收" }));
    await waitFor(() => expect(done.calls).toHaveLength(1));
    expect(done.calls[0]).toMatchObject({
      name: "accept",
      input: { rowVersion: 2, promises: { [LINE]: "2026-11-23" }, reason: "排产已满" },
    });
  });
});
