import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { noteDelivery, noteShippedAmount } from "@/lib/contracts/progress";
import { proposeCompletion } from "@/lib/contracts/propose-completion";
import { type CalendarDate, toDbDate } from "@/lib/core/calendar-date";
import { Money } from "@/lib/core/money";
import { Quantity } from "@/lib/core/quantity";
import { settlePreparations } from "@/lib/preparation/settle";
import { reverseDelivery } from "@/lib/receivables/reverse-delivery";
import { clock } from "@/lib/server/clock";
import type { Tx } from "@/lib/server/db";
import { newId } from "@/lib/server/ids";
import { drawNumber } from "@/lib/server/sequence";
import { reverseOutbound } from "@/lib/stock/reverse-outbound";
import { noteOnNotice } from "./notice-slips";
import type { WholeSlip } from "./slip-load";
import type { LockedChain } from "./slip-locks";

export type RedSlip = { id: string; docNo: string };
type Request = { reason: string; requestedById: string; requestedByName: string };

/**
 * Writes the red slip of a posted one and takes everything back that posting had done: progress of contract and
 * notice, goods and their reservation, the customer's debt (dated today). The rest stands on the notice again.
 */
export async function postRedSlip(
  tx: Tx,
  actor: Actor,
  { slip, contract }: LockedChain,
  request: Request,
): Promise<RedSlip> {
  const today = clock.today();
  const issued = slip.lines.map((line) => ({
    line,
    redLineId: newId(),
    quantity: Quantity.of(line.issuedQty ?? 0).negated(),
    amount: Money.of(line.issuedAmount ?? 0).negated(),
  }));
  await noteDelivery(
    tx,
    issued.flatMap(({ line, quantity, amount }) =>
      line.contractLineId ? [{ contractLineId: line.contractLineId, quantity, amount }] : [],
    ),
  );
  const total = Money.sum(issued.map(({ amount }) => amount));
  await noteShippedAmount(tx, contract.id, total);
  await noteOnNotice(
    tx,
    issued.flatMap(({ line, quantity, amount }) =>
      line.noticeLineId
        ? [
            {
              noticeLineId: line.noticeLineId,
              slippedQty: quantity,
              slippedAmount: amount,
              postedQty: quantity,
              postedAmount: amount,
            },
          ]
        : [],
    ),
  );
  const red = { id: newId(), docNo: (await drawNumber(tx, "CK", today)).number };
  await createRedSlip(tx, actor, { slip, red, request, total, today });
  await tx.slipLine.createMany({
    data: issued.map(({ line, redLineId, quantity, amount }) => ({
      ...line,
      id: redLineId,
      slipId: red.id,
      requestedQty: quantity.toString(),
      issuedQty: quantity.toString(),
      amount: amount.toString(),
      issuedAmount: amount.toString(),
    })),
  });
  await takeBack(tx, actor, { slip, red, issued, reason: request.reason, today });
  await settlePreparations(tx, contract.id);
  await proposeCompletion(tx, contract.id);
  return red;
}

type NewRedSlip = {
  slip: WholeSlip;
  red: RedSlip;
  request: Request;
  total: Money;
  today: CalendarDate;
};

async function createRedSlip(
  tx: Tx,
  actor: Actor,
  { slip, red, request, total, today }: NewRedSlip,
) {
  await tx.outboundSlip.create({
    data: {
      id: red.id,
      docNo: red.docNo,
      status: "ISSUED",
      outboundType: slip.outboundType,
      slipOn: toDbDate(today),
      noticeId: slip.noticeId,
      contractId: slip.contractId,
      contractNo: slip.contractNo,
      customerId: slip.customerId,
      customerName: slip.customerName,
      deliveryMethod: slip.deliveryMethod,
      paymentTerm: slip.paymentTerm,
      isCreditSlip: slip.isCreditSlip,
      totalAmount: total.toString(),
      tier: slip.tier,
      tenureText: slip.tenureText,
      preparedById: request.requestedById,
      preparedByName: request.requestedByName,
      deptHeadById: actor.id,
      createdAt: clock.now(),
      issuedById: request.requestedById,
      issuedByName: request.requestedByName,
      issuedAt: clock.now(),
      issuedOn: toDbDate(today),
      redOfId: slip.id,
      remark: request.reason,
    },
  });
}

type TakenBack = {
  slip: WholeSlip;
  red: RedSlip;
  issued: readonly { line: WholeSlip["lines"][number]; redLineId: string }[];
  reason: string;
  today: CalendarDate;
};

async function takeBack(
  tx: Tx,
  actor: Actor,
  { slip, red, issued, reason, today }: TakenBack,
): Promise<void> {
  const summary = `冲销 ${slip.docNo ?? ""} ${reason}`.slice(0, 120);
  await reverseOutbound(
    tx,
    { actor, slipId: red.id, slipNo: red.docNo, contractNo: slip.contractNo, summary, today },
    issued.flatMap(({ line, redLineId }) =>
      line.productId !== null && Quantity.of(line.issuedQty ?? 0).isPositive()
        ? [{ slipLineId: line.id, redLineId }]
        : [],
    ),
  );
  await reverseDelivery(tx, {
    actor,
    slipId: slip.id,
    redSlipId: red.id,
    redSlipNo: red.docNo,
    customerId: slip.customerId,
    summary,
    today,
  });
}
