import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { ActingForProvider } from "@/components/form/acting-for";
import { ConclusionForm } from "@/components/reviews/conclusion-form";
import { OpinionForm } from "@/components/reviews/opinion-form";
import { ReviewForm } from "@/components/reviews/review-form";
import { calendarDate } from "@/lib/core/calendar-date";
import type { OpinionView, ReviewLineView } from "@/lib/reviews/queries";
import { askedRows, type ReviewStart } from "@/lib/reviews/review-values";
import { renderInApp, typedInto, wordsOf } from "../render-in-app";

const router = { refresh: vi.fn(), push: vi.fn(), back: vi.fn() };
vi.mock("next/navigation", async (original) => ({
  ...(await original<typeof import("next/navigation")>()),
  useRouter: () => router,
}));
const sent = vi.hoisted(() => ({ inputs: [] as unknown[] }));
vi.mock("@/lib/reviews/actions", () => {
  const keep = async (input: unknown) => {
    sent.inputs.push(input);
    return { ok: true, data: { id: "review-1", rowVersion: 2 } };
  };
  return { answerReviewAction: keep, concludeReviewAction: keep, saveReviewAction: keep };
});
beforeEach(() => {
  sent.inputs = [];
});

const REVIEW_ID = "0192f0c1-2345-7abc-8def-0123456789ab";
const LINE_ID = "0192f0c1-2345-7abc-8def-0123456789ac";

const line: ReviewLineView = {
  id: LINE_ID,
  lineNo: 1,
  productId: null,
  productCode: "",
  productName: "非标成型铣刀",
  spec: "φ32×60",
  drawingNo: "FB-017",
  drawingRev: "A",
  material: "",
  coating: "",
  accuracyGrade: "",
  unit: "支",
  quantity: "100",
  usage: "",
  wantedOn: calendarDate("2026-12-20"),
  lineRemark: "",
  approvedOn: null,
  proposedOn: calendarDate("2026-12-15"),
  targetPrice: null,
  approvedPrice: null,
  proposedPrice: "52.5000",
};

function part(department: OpinionView["department"]): OpinionView {
  return {
    id: "opinion",
    department,
    item: "生产能力、可交货期",
    rowVersion: 3,
    result: null,
    detail: "",
    measures: "",
    hidden: false,
    answered: false,
    personName: null,
    onBehalfOf: null,
    signedAt: null,
    lines: [],
  };
}

const press = (name: RegExp) => userEvent.click(screen.getByRole("button", { name }));
const lastInput = async () => {
  await waitFor(() => expect(sent.inputs).toHaveLength(1));
  return sent.inputs[0];
};

describe("a department's own part", () => {
  it("[R1.1.3-C2] asks production for a date per line", async () => {
    renderInApp(
      <OpinionForm review={{ id: REVIEW_ID, lines: [line] }} part={part("PRODUCTION")} />,
    );
    const date = screen.getByLabelText(/可交货期 1/);
    await userEvent.type(date, "2026-12-15");
    // Nothing is chosen beforehand.
    await press(/签字提交/);
    expect(wordsOf(document.body)).toContain("没有选意见");
    expect(sent.inputs).toHaveLength(0);
    await userEvent.click(screen.getByLabelText("可行"));
    await press(/签字提交/);
    expect(await lastInput()).toMatchObject({
      reviewId: REVIEW_ID,
      department: "PRODUCTION",
      rowVersion: 3,
      result: "CAN",
      lines: [{ reviewLineId: LINE_ID, proposedOn: "2026-12-15", proposedPrice: "" }],
    });
  });

  it("asks finance for a price floor, the technical department for words only", () => {
    const { unmount } = renderInApp(
      <OpinionForm review={{ id: REVIEW_ID, lines: [line] }} part={part("FINANCE")} />,
    );
    expect(screen.getByLabelText(/建议最低价 1/)).toBeDefined();
    unmount();
    renderInApp(<OpinionForm review={{ id: REVIEW_ID, lines: [line] }} part={part("TECH")} />);
    expect(screen.queryByLabelText(/可交货期|建议最低价/)).toBeNull();
  });
});

describe("the chief's conclusion", () => {
  it("[R1.1.3-C3] begins with what was proposed, and needs no figures to refuse", async () => {
    const { container } = renderInApp(
      <ConclusionForm review={{ id: REVIEW_ID, rowVersion: 4, lines: [line] }} />,
    );
    expect(typedInto(screen.getByLabelText(/最低价（含税） 1/))).toBe("52.50");
    expect(typedInto(screen.getByLabelText(/承诺交货期 1/))).toContain("2026-12-15");
    // Nothing is chosen beforehand.
    await press(/提交结论/);
    expect(sent.inputs).toHaveLength(0);
    await userEvent.click(screen.getByLabelText("不接受"));
    expect(wordsOf(container)).not.toContain("承诺交货期");
    await userEvent.type(screen.getByLabelText(/结论说明/), "做不了");
    await press(/提交结论/);
    expect(await lastInput()).toMatchObject({
      id: REVIEW_ID,
      rowVersion: 4,
      conclusion: "REJECT",
      note: "做不了",
    });
  });

  it("[R1.1.3-C3] asks who concludes in the chief's place whether he was telephoned, and sends the mark", async () => {
    renderInApp(
      <ActingForProvider value={{ "review:conclude": "陈国栋" }}>
        <ConclusionForm review={{ id: REVIEW_ID, rowVersion: 4, lines: [line] }} />
      </ActingForProvider>,
    );
    await userEvent.click(screen.getByLabelText("接受"));
    await userEvent.click(screen.getByLabelText("已电话请示陈国栋"));
    await press(/提交结论/);
    expect(await lastInput()).toMatchObject({ conclusion: "ACCEPT", askedByPhone: true });
  });
});

describe("the review's form", () => {
  it("[R1.1.3-C2] sends the lines and who is asked; the compulsory departments cannot be left out", async () => {
    const start: ReviewStart = {
      id: null,
      rowVersion: null,
      number: null,
      customerLabel: "大连测试机械有限公司",
      customerFixed: false,
      head: {
        customerId: REVIEW_ID,
        contactName: "王工",
        intakeId: LINE_ID,
        channel: "PHONE",
        receivedAt: "2026-11-23T09:00",
        contactPhone: "",
        reviewOn: "2026-11-23",
        reviewKind: "NON_STANDARD",
        reviewMode: "CIRCULATION",
        technicalRequirement: "",
        impliedRequirement: "",
        legalRequirement: "",
        additionalRequirement: "",
        differences: "",
        remark: "",
        opinions: askedRows([], (department) => `问${department}`),
      },
      lines: [
        {
          productId: null,
          productName: "非标成型铣刀",
          spec: "φ32×60",
          drawingNo: "FB-017",
          drawingRev: "A",
          material: "",
          coating: "",
          accuracyGrade: "",
          unit: "支",
          quantity: "100",
          usage: "",
          wantedOn: "2026-12-20",
          targetPrice: "",
          lineRemark: "",
        },
      ],
    };
    renderInApp(<ReviewForm start={start} units={["支"]} />);
    const tech = screen.getByRole("checkbox", { name: "技术部" });
    expect(tech).toHaveProperty("disabled", true);
    await userEvent.click(screen.getByRole("checkbox", { name: "财务" }));
    await userEvent.type(screen.getByLabelText(/^技术、质量要求/), "跳动 0.01");
    await press(/保存草稿/);
    expect(await lastInput()).toMatchObject({
      id: null,
      review: {
        intakeId: LINE_ID,
        receivedAt: "2026-11-23T09:00:00+08:00",
        technicalRequirement: "跳动 0.01",
        opinions: [
          { department: "TECH", item: "问TECH" },
          { department: "PRODUCTION" },
          { department: "FINANCE" },
        ],
        lines: [{ productName: "非标成型铣刀", drawingRev: "A", quantity: "100" }],
      },
    });
    expect(router.push).toHaveBeenCalledWith("/reviews/review-1");
  });
});
