import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { ActionButton } from "@/components/form/action-button";
import type { ActionResult } from "@/lib/server/action-result";
import { renderInApp, typedInto, wordsOf } from "../render-in-app";

const router = { refresh: vi.fn(), push: vi.fn() };
vi.mock("next/navigation", async (original) => ({
  ...(await original<typeof import("next/navigation")>()),
  useRouter: () => router,
}));

type Input = { id: string; rowVersion: number; comment?: string };
const input = { id: "c1", rowVersion: 3 };

function actionAnswering(...answers: ActionResult<{ number: string }>[]) {
  const calls: { input: Input; key: string }[] = [];
  const action = async (given: Input, key: string) => {
    calls.push({ input: given, key });
    return answers[calls.length - 1] ?? { ok: true as const, data: { number: "LG2026-001" } };
  };
  return { action, calls };
}

beforeEach(() => {
  router.refresh.mockClear();
  router.push.mockClear();
});

describe("a button without a question", () => {
  it("runs the action once with a key and refreshes the page", async () => {
    const { action, calls } = actionAnswering();
    const onDone = vi.fn();
    renderInApp(<ActionButton action={action} input={input} label="登记" onDone={onDone} />);
    await userEvent.click(screen.getByRole("button", { name: "登记" }));
    await waitFor(() => expect(onDone).toHaveBeenCalledWith({ number: "LG2026-001" }));
    expect(calls).toHaveLength(1);
    expect(calls[0]?.input).toEqual(input);
    expect(calls[0]?.key).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
    expect(router.refresh).toHaveBeenCalledOnce();
  });

  it("says in its place what was refused, and sends the same key when tried again", async () => {
    const { action, calls } = actionAnswering({
      ok: false,
      error: { code: "common.changed_meanwhile" },
    });
    renderInApp(<ActionButton action={action} input={input} label="登记" />);
    await userEvent.click(screen.getByRole("button", { name: "登记" }));
    expect(wordsOf(await screen.findByRole("alert"))).toContain("别人已经改过这份单据");
    expect(router.refresh).not.toHaveBeenCalled();
    await userEvent.click(screen.getByRole("button", { name: "登记" }));
    await waitFor(() => expect(calls).toHaveLength(2));
    expect(calls[1]?.key).toBe(calls[0]?.key);
  });

  it("survives a server that cannot be reached", async () => {
    const action = () => Promise.reject(new Error("network"));
    renderInApp(<ActionButton action={action} input={input} label="登记" />);
    await userEvent.click(screen.getByRole("button", { name: "登记" }));
    expect(wordsOf(await screen.findByRole("alert"))).toContain("不知道办成了没有");
  });
});

describe("a button that asks first", () => {
  it("lists the effects and does nothing until confirmed", async () => {
    const { action, calls } = actionAnswering();
    renderInApp(
      <ActionButton
        action={action}
        input={input}
        label="审批同意"
        confirm={{ effects: ["合同取得编号", "进入合同登记表"] }}
      />,
    );
    await userEvent.click(screen.getByRole("button", { name: "审批同意" }));
    const dialog = await screen.findByRole("dialog");
    expect(wordsOf(dialog)).toContain("合同取得编号");
    expect(calls).toHaveLength(0);
    await userEvent.click(screen.getByRole("button", { name: "取消" }));
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    expect(calls).toHaveLength(0);
  });

  it("demands the reason where one is required, and takes common phrases", async () => {
    const { action, calls } = actionAnswering();
    renderInApp(
      <ActionButton
        action={action}
        input={input}
        label="退回"
        comment="required"
        presets={["交货期不可行", "价格有误"]}
      />,
    );
    await userEvent.click(screen.getByRole("button", { name: "退回" }));
    await screen.findByRole("dialog");
    const confirm = screen.getAllByRole("button", { name: "退回" }).at(-1) as HTMLElement;
    await userEvent.click(confirm);
    expect(await screen.findByText("请填写这一项。")).toBeTruthy();
    expect(calls).toHaveLength(0);
    await userEvent.click(screen.getByRole("button", { name: "交货期不可行" }));
    await userEvent.click(screen.getByRole("button", { name: "价格有误" }));
    await userEvent.click(confirm);
    await waitFor(() => expect(calls).toHaveLength(1));
    expect(calls[0]?.input).toEqual({ ...input, comment: "交货期不可行；价格有误" });
  });

  it("sends whether something goes along with the act", async () => {
    const { action, calls } = actionAnswering();
    const choice = { name: "withPreparation", label: "备货单一并取消", isChosen: true };
    renderInApp(
      <ActionButton
        action={action}
        input={input}
        label="取消单据"
        comment="required"
        choice={choice}
      />,
    );
    await userEvent.click(screen.getByRole("button", { name: "取消单据" }));
    await userEvent.type(await screen.findByRole("textbox"), "客户取消");
    await userEvent.click(screen.getByRole("checkbox", { name: "备货单一并取消" }));
    await userEvent.click(
      screen.getAllByRole("button", { name: "取消单据" }).at(-1) as HTMLElement,
    );
    await waitFor(() => expect(calls).toHaveLength(1));
    expect(calls[0]?.input).toEqual({ ...input, comment: "客户取消", withPreparation: false });
  });

  it("keeps the dialog and what was typed when refused", async () => {
    const { action, calls } = actionAnswering({ ok: false, error: { code: "common.forbidden" } });
    renderInApp(<ActionButton action={action} input={input} label="退回" comment="required" />);
    await userEvent.click(screen.getByRole("button", { name: "退回" }));
    const reason = await screen.findByRole("textbox");
    await userEvent.type(reason, "请补图纸");
    await userEvent.click(screen.getAllByRole("button", { name: "退回" }).at(-1) as HTMLElement);
    expect(wordsOf(await screen.findByRole("alert"))).toContain("您的岗位不能办这件事");
    expect(typedInto(reason)).toBe("请补图纸");
    expect(calls).toHaveLength(1);
  });
});
