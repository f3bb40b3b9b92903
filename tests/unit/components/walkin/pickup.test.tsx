import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { ActingForProvider } from "@/components/form/acting-for";
import { ActionButton } from "@/components/form/action-button";
import { DelegationForm } from "@/components/people/delegation-form";
import { CalendarYear } from "@/components/settings/calendar-year";
import { CountForm } from "@/components/walkin/count-form";
import { HandOverForm } from "@/components/walkin/hand-over-form";
import { MoneyCard } from "@/components/walkin/money-card";
import { WalkInForm } from "@/components/walkin/walk-in-form";
import { WalkInLines } from "@/components/walkin/walk-in-lines";
import { calendarDate } from "@/lib/core/calendar-date";
import type { WalkInDetail } from "@/lib/walkin/queries";
import { renderInApp, typedInto } from "../render-in-app";

const given = vi.hoisted(() => ({ calls: [] as unknown[] }));
vi.mock("next/navigation", async (original) => ({
  ...(await original<typeof import("next/navigation")>()),
  useRouter: () => ({ refresh: vi.fn(), push: vi.fn() }),
}));
vi.mock("@/lib/walkin/actions", () => {
  const answer = async (input: unknown) => {
    given.calls.push(input);
    return { ok: true, data: { walkInId: "w1", outcome: "HANDED_OVER" } };
  };
  return {
    saveWalkInAction: answer,
    countWalkInAction: answer,
    handOverWalkInAction: answer,
    takeMoneyAction: answer,
  };
});
vi.mock("@/lib/people/actions", () => ({ issueDelegationAction: async () => ({ ok: true }) }));

const ID = "0198a1b2-0000-7000-8000-000000000001";
const LINE = "0198a1b2-0000-7000-8000-000000000002";
const walkIn = {
  id: ID,
  rowVersion: 4,
  status: "APPROVED",
  customerName: "宏达机械",
  customerId: ID,
  receiverName: "王师傅",
  receiverIdNo: "210202199001011234",
  receiverPhone: "",
  vehicleNo: "",
  paymentTerm: "PREPAID",
  paymentChannel: "CASH",
  totalAmount: "1000.00",
  seesPrices: true,
  isKeeper: true,
  mayTakeMoney: true,
  lines: [
    {
      id: LINE,
      lineNo: 1,
      productId: ID,
      productCode: "XD-0001",
      productName: "立铣刀",
      spec: "φ10",
      unit: "支",
      quantity: "10",
      unitPrice: "100.0000",
      amount: "1000.00",
      lineRemark: "",
      countedByKeeper: null,
      countedByClerk: null,
    },
  ],
} as unknown as WalkInDetail;

beforeEach(() => {
  given.calls.length = 0;
});

describe("a pickup at the counter", () => {
  it("[R1.2.4-a] is counted by typing every figure; none stands there beforehand", async () => {
    renderInApp(<CountForm walkIn={walkIn} />);
    const field = screen.getByLabelText("实点数量 1");
    expect(typedInto(field)).toBe("");
    await userEvent.click(screen.getByRole("button", { name: "登记清点数" }));
    expect(given.calls).toEqual([]);
    await userEvent.type(field, "10");
    await userEvent.click(screen.getByRole("button", { name: "登记清点数" }));
    await waitFor(() =>
      expect(given.calls).toEqual([{ walkInId: ID, rowVersion: 4, counts: { [LINE]: "10" } }]),
    );
  });

  it("[R1.2.4-a] is not handed over before the receiver's signature is ticked", async () => {
    renderInApp(<HandOverForm walkIn={walkIn} />);
    await userEvent.click(screen.getByRole("button", { name: "交货" }));
    expect(given.calls).toEqual([]);
    await userEvent.click(screen.getByLabelText("提货人已在提货单上签字"));
    await userEvent.click(screen.getByRole("button", { name: "交货" }));
    await waitFor(() => expect(given.calls).toHaveLength(1));
    expect(given.calls[0]).toMatchObject({ receiverSigned: true, receiverName: "王师傅" });
  });

  it("says what money is missing and offers to enter it", () => {
    const accounts = [{ value: ID, label: "工商银行 7890" }];
    const money = {
      receipt: null,
      mayReplace: true,
      confirmed: "0.00",
      missing: "1000.00",
      accounts,
    };
    renderInApp(<MoneyCard walkIn={walkIn} money={money} />);
    expect(screen.getByText(/还差 1,000.00 元/)).toBeTruthy();
    expect(typedInto(screen.getByLabelText(/^金额/))).toBe("1000.00");
  });

  it("shows lines and the form of a new one", () => {
    renderInApp(<WalkInLines walkIn={walkIn} />);
    expect(screen.getByText("XD-0001")).toBeTruthy();
    renderInApp(<WalkInForm draft={null} />);
    expect(screen.getByRole("button", { name: /保存草稿/ })).toBeTruthy();
    expect(typedInto(screen.getByRole("textbox", { name: /^提货人/ }))).toBe("");
  });
});

describe("signing in somebody's place", () => {
  it("asks a delegate whether the principal was telephoned, and sends the mark", async () => {
    const action = vi.fn(async () => ({ ok: true as const, data: {} }));
    const button = (
      <ActionButton
        action={action}
        input={{ id: "c1" }}
        label="同意"
        comment="optional"
        signs="contract:check"
      />
    );
    renderInApp(
      <ActingForProvider value={{ "contract:check": "陈国栋" }}>{button}</ActingForProvider>,
    );
    await userEvent.click(screen.getByRole("button", { name: "同意" }));
    await userEvent.click(await screen.findByLabelText("已电话请示陈国栋"));
    const [, confirm] = await screen.findAllByRole("button", { name: "同意", hidden: true });
    if (confirm) await userEvent.click(confirm);
    await waitFor(() => expect(action).toHaveBeenCalledOnce());
    const [sent] = action.mock.calls[0] as unknown as [object];
    expect(sent).toEqual({ id: "c1", askedByPhone: true });
  });

  it("is offered by step, with the kinds of documents of that step", () => {
    const person = { id: ID, displayName: "陈国栋", role: "SECTION_CHIEF" as const };
    renderInApp(
      <DelegationForm
        principals={[person] as never}
        delegates={[{ ...person, id: LINE, displayName: "孙丽华", role: "FINANCE" }] as never}
        today="2026-11-23"
      />,
    );
    expect(screen.getByRole("combobox", { name: /^被授权人/ })).toBeTruthy();
    expect(screen.getByRole("combobox", { name: /^授权人/ })).toBeTruthy();
    expect(screen.getByRole("textbox", { name: /^止/ })).toBeTruthy();
    expect(screen.getByRole("textbox", { name: /^金额上限/ })).toBeTruthy();
  });
});

describe("the calendar of a year", () => {
  it("names the days that differ", () => {
    const day = {
      day: calendarDate("2026-10-01"),
      isWorkday: false,
      name: "国庆节",
      changedByName: "",
      changedAt: new Date(),
    };
    renderInApp(<CalendarYear year={2026} days={[day]} today={calendarDate("2026-11-23")} />);
    expect(screen.getByTitle("2026-10-01 休息 国庆节")).toBeTruthy();
    expect(screen.getAllByRole("listitem")).toHaveLength(365);
  });
});
