import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { customerFile, productFacts } from "@/lib/contracts/customer-file";
import { blankHead, headOf, localTime, withFile } from "@/lib/contracts/order-head";
import type {
  ChargeCells,
  GoodsCells,
  OrderHead,
  OrderStart,
  ProductFacts,
} from "@/lib/contracts/order-values";
import {
  type ContractDetail,
  type ContractLineView,
  findContractDetail,
} from "@/lib/contracts/queries";
import { dateInShanghai } from "@/lib/core/calendar-date";
import { formatUnitPrice } from "@/lib/i18n/format";
import { NO_FEEDBACK, typedFeedback } from "@/lib/intake/feedback";
import { findIntake, type IntakeDetail } from "@/lib/intake/queries";
import { findCoveringReview } from "@/lib/reviews/queries";

export type NewOrder = {
  form: "FORMAL" | "VERBAL";
  intakeId?: string | undefined;
  copyId?: string | undefined;
  reviewId?: string | undefined;
};

/**
 * A new order: blank, from an intake record (F01) or as a copy of an earlier order. What is not in the actor's view
 * is simply not taken over.
 */
export async function newOrder(actor: Actor, wanted: NewOrder): Promise<OrderStart> {
  const head = await blankHead(wanted.form);
  const intake = wanted.intakeId ? await findIntake(actor, wanted.intakeId) : null;
  if (intake?.status === "OPEN") return orderFromIntake(actor, head, intake);
  const review = wanted.reviewId ? await findCoveringReview(actor, wanted.reviewId) : null;
  if (review) return orderFromReview(actor, head, review);
  const copied = wanted.copyId ? await findContractDetail(actor, wanted.copyId) : null;
  if (copied) return copiedOrder(actor, head, copied);
  return { ...BLANK, head };
}

const BLANK = {
  contractId: null,
  rowVersion: null,
  number: null,
  customer: null,
  copiedFrom: null,
  goods: [],
  charges: [],
};

/** A draft as it was saved; null when it is not in view or not to be edited by this person. */
export async function savedOrder(actor: Actor, contractId: string): Promise<OrderStart | null> {
  const contract = await findContractDetail(actor, contractId);
  if (!contract?.mayEdit) return null;
  const customer = await customerFile(actor, contract.customerId);
  return {
    ...BLANK,
    contractId,
    rowVersion: contract.rowVersion,
    number: contract.docNo,
    head: headOf(contract),
    customer,
    ...(await linesOf(contract.lines, contract.customerId)),
  };
}

async function orderFromIntake(
  actor: Actor,
  blank: OrderHead,
  intake: IntakeDetail,
): Promise<OrderStart> {
  const customer = intake.customerId ? await customerFile(actor, intake.customerId) : null;
  const facts = await productFacts(
    intake.lines.flatMap(({ productId }) => productId ?? []),
    intake.customerId,
  );
  const head = customer ? withFile(blank, customer) : blank;
  return {
    ...BLANK,
    customer,
    head: {
      ...head,
      intakeId: intake.id,
      channel: intake.channel,
      orderedAt: localTime(intake.receivedAt),
      ordererName: intake.contactName,
      ordererPhone: intake.contactPhone.slice(0, 40),
      usage: intake.usage,
      agreedPrice: intake.agreedPrice,
      agreedDelivery: intake.agreedDelivery,
      agreedPayment: intake.agreedPayment,
      agreedWith: intake.agreedWith || intake.contactName,
      agreedOn: intake.agreedOn ?? head.agreedOn,
      deliveryMethod: intake.deliveryMethod ?? head.deliveryMethod,
      freightPayer: intake.freightPayer ?? head.freightPayer,
      paymentTerm: intake.paymentTerm ?? head.paymentTerm,
      productionFeedback: typedFeedback(intake.productionFeedback),
      remark: intake.remark,
    },
    goods: intake.lines.map((line) => ({
      product: line.productId ? (facts.get(line.productId) ?? null) : null,
      productName: line.productName,
      spec: line.spec,
      drawingNo: line.drawingNo,
      unit: line.unit,
      quantity: line.quantity ?? "",
      unitPrice: "",
      deliveryOn: line.wantedOn ?? "",
      brand: "",
      lineRemark: line.lineRemark,
    })),
  };
}

/** What was concluded is the beginning: approved prices and dates, which the contract may only exceed (R1.1.3-C3). */
async function orderFromReview(
  actor: Actor,
  blank: OrderHead,
  review: NonNullable<Awaited<ReturnType<typeof findCoveringReview>>>,
): Promise<OrderStart> {
  const customer = await customerFile(actor, review.customerId);
  const facts = await productFacts(
    review.lines.flatMap(({ productId }) => productId ?? []),
    review.customerId,
  );
  const head = customer ? withFile(blank, customer) : blank;
  return {
    ...BLANK,
    customer,
    head: {
      ...head,
      ordererName: review.contactName || head.ordererName,
      agreedWith: review.contactName || head.agreedWith,
      technicalRequirement: review.technicalRequirement.slice(0, 1000),
      // Class C names its review in the quality clause (F03, clause 二).
      clauses: {
        ...head.clauses,
        qualityClause: [head.clauses.qualityClause, `按产品要求评审表 ${review.docNo} 及所附图纸`]
          .filter(Boolean)
          .join("；"),
      },
    },
    goods: review.lines.map((line) => ({
      product: line.productId ? (facts.get(line.productId) ?? null) : null,
      productName: line.productName,
      spec: line.spec,
      drawingNo: line.drawingNo,
      unit: line.unit,
      quantity: line.quantity,
      unitPrice: formatUnitPrice(line.approvedPrice).replaceAll(",", ""),
      deliveryOn: line.approvedOn,
      brand: "",
      lineRemark: "",
    })),
  };
}

/** Who ordered when, what was agreed and the dates are of the new order; terms and goods are of the old. */
async function copiedOrder(
  actor: Actor,
  blank: OrderHead,
  contract: ContractDetail,
): Promise<OrderStart> {
  const customer = await customerFile(actor, contract.customerId);
  const { goods, charges } = await linesOf(contract.lines, contract.customerId);
  const old = headOf(contract);
  return {
    ...BLANK,
    customer,
    copiedFrom: {
      number: contract.contractNo ?? contract.docNo ?? "—",
      on: contract.effectiveOn ?? dateInShanghai(contract.createdAt),
    },
    head: {
      ...old,
      form: blank.form,
      intakeId: null,
      channel: blank.channel,
      orderedAt: blank.orderedAt,
      customerPoNo: "",
      agreedPrice: false,
      agreedDelivery: false,
      agreedPayment: false,
      agreedOn: blank.agreedOn,
      looserTermReason: "",
      formReason: "",
      readBackConfirmed: false,
      readBackByName: "",
      signDate: blank.signDate,
      validFrom: "",
      validTo: "",
      clauses: { ...blank.clauses, ...old.clauses },
      productionFeedback: NO_FEEDBACK,
    },
    goods: goods.map((line) => ({ ...line, deliveryOn: "" })),
    charges,
  };
}

/** The lines as the order screen holds them: goods, then charges. */
export async function linesOf(
  lines: readonly ContractLineView[],
  customerId: string,
): Promise<{ goods: GoodsCells[]; charges: ChargeCells[] }> {
  const facts = await productFacts(
    lines.flatMap(({ productId }) => productId ?? []),
    customerId,
  );
  return {
    goods: lines
      .filter(({ lineKind }) => lineKind === "GOODS")
      .map((line) => goodsCells(line, line.productId ? (facts.get(line.productId) ?? null) : null)),
    charges: lines
      .filter(({ lineKind }) => lineKind !== "GOODS")
      .map(({ lineKind, productName, amount, lineRemark }) => ({
        lineKind,
        productName,
        amount,
        lineRemark,
      })),
  };
}

function goodsCells(line: ContractLineView, product: ProductFacts | null): GoodsCells {
  const price = formatUnitPrice(line.typedNetPrice ?? line.unitPrice).replaceAll(",", "");
  return {
    product,
    productName: line.productName,
    spec: line.spec,
    drawingNo: line.drawingNo,
    unit: line.packUnit ?? line.unit,
    quantity: line.packQuantity ?? line.quantity,
    unitPrice: line.typedNetPrice === null ? price : `${price}n`,
    deliveryOn: line.deliveryOn ?? "",
    brand: line.brand,
    lineRemark: line.lineRemark,
  };
}
