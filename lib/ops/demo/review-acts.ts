import type { CalendarDate } from "@/lib/core/calendar-date";
import { calendarDate } from "@/lib/core/calendar-date";
import { answerReview } from "@/lib/reviews/answer-review";
import { approveReview } from "@/lib/reviews/approve-review";
import { circulateReview } from "@/lib/reviews/circulate-review";
import { concludeReview } from "@/lib/reviews/conclude-review";
import type { ReviewDepartment } from "@/lib/reviews/policy";
import { saveReview } from "@/lib/reviews/save-review";
import { type ReviewFormValues, reviewInput } from "@/lib/reviews/schema";
import { attachFile } from "@/lib/server/attachments";
import { clock } from "@/lib/server/clock";
import { db, transact } from "@/lib/server/db";
import type { KnownCustomer } from "./customers";
import { newKey } from "./keys";
import type { Staff, Username } from "./people";
import type { KnownProduct } from "./products";

export type Wish = {
  customer: KnownCustomer;
  product: KnownProduct;
  quantity: number;
  wantedOn: CalendarDate;
};

const PDF =
  "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj " +
  "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";

/** The clerk writes down what the customer wants and puts the customer's drawing to it. */
export async function writeReview(staff: Staff, wish: Wish): Promise<string> {
  const clerk = await staff.who("clerk");
  const review = reviewInput.parse(valuesOf(wish));
  const { id } = await saveReview(clerk, { id: null, rowVersion: null, review }, newKey());
  const fileName = `${wish.product.spec.replace("按图 ", "")}.pdf`;
  const bytes = new TextEncoder().encode(PDF);
  const file = { subjectType: "review", subjectId: id, kind: "drawing", fileName, bytes };
  await transact((tx) => attachFile(tx, clerk, file));
  return id;
}

function valuesOf({ customer, product, quantity, wantedOn }: Wish): ReviewFormValues {
  return {
    customerId: customer.id,
    contactName: customer.contact,
    intakeId: null,
    channel: "EMAIL",
    receivedAt: new Date(clock.now().getTime() - 40 * 60_000).toISOString(),
    contactPhone: customer.mobile,
    reviewOn: clock.today(),
    reviewKind: "NON_STANDARD",
    reviewMode: "CIRCULATION",
    technicalRequirement:
      "按客户图纸：轮廓度 0.02，径向跳动不大于 0.01，刃口无崩缺；首件试切合格后批量加工。",
    impliedRequirement: "刀具寿命不低于客户现用刀具",
    legalRequirement: "无",
    additionalRequirement: "单支塑料盒包装，附检验报告",
    differences: "",
    remark: "",
    opinions: [
      { department: "TECH", item: "图纸是否齐全，工艺、工装、精度能否满足" },
      { department: "PRODUCTION", item: "生产能力、可交货期" },
      { department: "QUALITY", item: "轮廓检测手段" },
      { department: "PURCHASE", item: "棒料规格能否按时到货" },
      { department: "FINANCE", item: "成本、最低价" },
    ],
    lines: [
      {
        productId: product.id,
        productName: product.name,
        spec: product.spec,
        drawingNo: "",
        drawingRev: "",
        material: "",
        coating: "",
        accuracyGrade: "",
        unit: product.unit,
        quantity: String(quantity),
        usage: customer.usage.slice(0, 200),
        wantedOn,
        targetPrice: String(Math.round(product.price * 0.95)),
        lineRemark: "",
      },
    ],
  };
}

export async function reviewRef(id: string): Promise<{ id: string; rowVersion: number }> {
  const { rowVersion } = await db.review.findUniqueOrThrow({ where: { id } });
  return { id, rowVersion };
}

export async function circulate(staff: Staff, id: string): Promise<void> {
  await circulateReview(await staff.who("clerk"), await reviewRef(id), newKey());
}

const ANSWERS: Partial<Record<ReviewDepartment, { who: Username; detail: string }>> = {
  TECH: { who: "technical", detail: "图纸齐全，工艺可行，需新做成型砂轮一片。" },
  PRODUCTION: { who: "production", detail: "磨床排产有余量。" },
  QUALITY: { who: "quality", detail: "用轮廓仪检测，首件全检。" },
  PURCHASE: { who: "purchasing", detail: "棒料有供应商现货。" },
  FINANCE: { who: "finance", detail: "按成本核算，不低于建议价。" },
};

type Said = { proposedOn: CalendarDate; floor: number; only?: readonly ReviewDepartment[] };

/** The departments answer one after the other; with `only` some are still silent. */
export async function answerAll(staff: Staff, id: string, said: Said): Promise<void> {
  const { opinions, lines } = await db.review.findUniqueOrThrow({
    where: { id },
    include: { opinions: true, lines: true },
  });
  for (const { department, rowVersion } of opinions) {
    const answer = ANSWERS[department];
    if (!answer || (said.only && !said.only.includes(department))) continue;
    const input = {
      reviewId: id,
      department,
      rowVersion,
      result: "CAN" as const,
      detail: answer.detail,
      measures: department === "TECH" ? "砂轮三日内做好" : "",
      lines: lines.map((line) => ({
        reviewLineId: line.id,
        proposedOn: said.proposedOn,
        proposedPrice: department === "FINANCE" ? String(said.floor) : null,
      })),
    };
    await answerReview(await staff.who(answer.who), input, newKey());
  }
}

export async function conclude(
  staff: Staff,
  id: string,
  said: { approvedOn: CalendarDate; floor: number; conclusion?: "ACCEPT" | "REJECT" },
): Promise<void> {
  const { lines } = await db.review.findUniqueOrThrow({ where: { id }, include: { lines: true } });
  const { conclusion = "ACCEPT", approvedOn, floor } = said;
  const input = {
    ...(await reviewRef(id)),
    conclusion,
    note: conclusion === "REJECT" ? "现有设备达不到轮廓度要求，不承接" : "首件合格后批量",
    lines: lines.map((line) => ({
      reviewLineId: line.id,
      approvedOn: calendarDate(approvedOn),
      approvedPrice: String(floor),
    })),
  };
  await concludeReview(await staff.who("chief"), input, newKey());
}

export async function approve(staff: Staff, id: string): Promise<void> {
  const input = { ...(await reviewRef(id)), comment: "同意" };
  await approveReview(await staff.who("director"), input, newKey());
}
