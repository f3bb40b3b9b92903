import "server-only";
import { type CalendarDate, fromDbDate } from "@/lib/core/calendar-date";
import { Quantity } from "@/lib/core/quantity";
import { UnitPrice } from "@/lib/core/unit-price";
import {
  type Cover,
  judgeCover,
  type LineToCover,
  type ReviewedLine,
} from "@/lib/reviews/cover-policy";
import { coversUntil } from "@/lib/reviews/policy";
import { Prisma, type Tx } from "@/lib/server/db";

type Row = {
  review_line_id: string;
  review_id: string;
  doc_no: string;
  version: number;
  valid_until: Date;
  reuse_until: Date | null;
  product_id: string | null;
  spec: string;
  drawing_no: string;
  drawing_rev: string;
  material: string;
  coating: string;
  accuracy_grade: string;
  unit: string;
  quantity: Prisma.Decimal;
  approved_price: Prisma.Decimal;
  approved_on: Date;
};

/**
 * For each NEW line of a customer's contract the concluded review line that covers it today, or why none does, in
 * figures (R1.1.3-C1, R1.1.3-C3, Q45). The reviews that it reads cannot be superseded before the transaction ends.
 */
export async function coverLines(
  tx: Tx,
  asked: { customerId: string; today: CalendarDate; lines: readonly LineToCover[] },
): Promise<Cover[]> {
  if (asked.lines.length === 0) return [];
  const reviewed = await reviewedLines(tx, asked.customerId, Prisma.sql`for share of r`);
  return judgeCover(asked.lines, reviewed, asked.today);
}

/** The lines of effective reviews of a customer and of files merged into it, the latest first; expired ones included. */
export async function reviewedLines(
  client: Pick<Tx, "$queryRaw">,
  customerId: string,
  locking: Prisma.Sql = Prisma.empty,
): Promise<ReviewedLine[]> {
  const rows = await client.$queryRaw<Row[]>`
    select l.id as review_line_id, r.id as review_id, r.doc_no, r.version, r.valid_until, r.reuse_until,
      l.product_id, l.spec, l.drawing_no, l.drawing_rev, l.material, l.coating, l.accuracy_grade, l.unit,
      l.quantity, l.approved_price, l.approved_on
    from review r join review_line l on l.review_id = r.id
    where r.customer_id in (select k.id from customer k
        where k.id = ${customerId}::uuid or k.merged_into_id = ${customerId}::uuid)
      and r.status = 'EFFECTIVE'
      and l.approved_price is not null and l.approved_on is not null
    order by r.effective_at desc, l.line_no
    limit 500 ${locking}`;
  return rows.flatMap((row) => {
    const until = coversUntil({
      validUntil: fromDbDate(row.valid_until),
      reuseUntil: row.reuse_until && fromDbDate(row.reuse_until),
    });
    if (until === null) return [];
    return [
      {
        reviewLineId: row.review_line_id,
        reviewId: row.review_id,
        reviewNo: row.doc_no,
        version: row.version,
        coversUntil: until,
        productId: row.product_id,
        spec: row.spec,
        drawingNo: row.drawing_no,
        drawingRev: row.drawing_rev,
        material: row.material,
        coating: row.coating,
        accuracyGrade: row.accuracy_grade,
        unit: row.unit,
        quantity: Quantity.of(row.quantity),
        approvedPrice: UnitPrice.of(row.approved_price),
        approvedOn: fromDbDate(row.approved_on),
      },
    ];
  });
}
