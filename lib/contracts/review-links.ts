import "server-only";
import { type Actor, can } from "@/lib/auth/permissions";
import { contractScope } from "@/lib/contracts/contract-scope";
import { findContractDetail } from "@/lib/contracts/queries";
import type { ReviewDepartment } from "@/lib/reviews/policy";
import { BLANK_LINE, blankReview } from "@/lib/reviews/review-start";
import type { ReviewStart } from "@/lib/reviews/review-values";
import { db } from "@/lib/server/db";

export type ReviewContract = {
  id: string;
  number: string | null;
  status: string;
  /** A draft of the order that this review was made for. */
  isDraft: boolean;
};

/** The contracts that rest on a review, and the draft that waits for it; empty for those who see no contracts. */
export function contractsOfReview(
  actor: Actor,
  review: { id: string; intakeId: string },
): Promise<ReviewContract[]> | ReviewContract[] {
  if (!can(actor, "contract:read")) return [];
  return db.$queryRaw<ReviewContract[]>`
    select c.id, coalesce(c.contract_no, c.doc_no) as number, c.status::text as status,
      c.status = 'DRAFT' as "isDraft"
    from contract c
    where c.deleted_at is null and ${contractScope(actor)}
      and (c.id in (select l.contract_id from contract_line l join review_line v on v.id = l.review_line_id
          where v.review_id = ${review.id}::uuid)
        or (c.status = 'DRAFT' and c.intake_id = ${review.intakeId}::uuid))
    order by c.created_at limit 50`;
}

/** A review of an order's lines that are not proven; null when the order is not in view. */
export async function reviewFromContract(
  actor: Actor,
  contractId: string,
  questions: (department: ReviewDepartment) => string,
): Promise<ReviewStart | null> {
  const contract = await findContractDetail(actor, contractId);
  if (!contract) return null;
  const goods = contract.lines.filter(({ lineKind }) => lineKind === "GOODS");
  const proven = await provenProducts(goods.flatMap(({ productId }) => productId ?? []));
  const blank = blankReview(questions);
  return {
    ...blank,
    customerLabel: contract.customerName,
    head: {
      ...blank.head,
      customerId: contract.customerId,
      contactName: contract.ordererName,
      contactPhone: contract.ordererPhone,
      channel: contract.channel,
      intakeId: contract.intakeId,
      technicalRequirement: contract.technicalRequirement,
    },
    lines: goods
      .filter(({ productId }) => productId === null || !proven.has(productId))
      .map((line) => ({
        ...BLANK_LINE,
        productId: line.productId,
        productName: line.productName,
        spec: line.spec,
        drawingNo: line.drawingNo,
        material: line.material,
        coating: line.coating,
        unit: line.unit,
        quantity: line.quantity,
        usage: contract.usage.slice(0, 200),
        wantedOn: line.deliveryOn ?? "",
        targetPrice: line.unitPrice,
        lineRemark: line.lineRemark,
      })),
  };
}

async function provenProducts(ids: readonly string[]): Promise<Set<string>> {
  const rows = await db.product.findMany({
    where: { id: { in: [...ids] }, isStandard: true, firstProducedOn: { not: null } },
    select: { id: true },
  });
  return new Set(rows.map(({ id }) => id));
}
