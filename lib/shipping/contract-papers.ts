import "server-only";
import { type Actor, can } from "@/lib/auth/permissions";
import { fromDbDate } from "@/lib/core/calendar-date";
import { Money } from "@/lib/core/money";
import { db } from "@/lib/server/db";
import type { NoticeStatus, SlipStatus } from "@/lib/server/generated/enums";

export type ContractShipping = {
  notices: {
    id: string;
    number: string | null;
    status: NoticeStatus;
    on: string;
    amount: string;
  }[];
  slips: {
    id: string;
    number: string | null;
    status: SlipStatus;
    redOfId: string | null;
    on: string;
    amount: string;
  }[];
};

/** Notices and slips of a contract for the links on its page; the caller has shown that the contract is in view. */
export async function shippingOfContract(
  actor: Actor,
  contractId: string,
): Promise<ContractShipping> {
  const select = { id: true, docNo: true, status: true, totalAmount: true } as const;
  const [notices, slips] = await Promise.all([
    can(actor, "notice:read")
      ? db.shippingNotice.findMany({
          where: { contractId },
          orderBy: { createdAt: "asc" },
          select: { ...select, requiredShipOn: true },
        })
      : [],
    can(actor, "slip:read")
      ? db.outboundSlip.findMany({
          where: { contractId },
          orderBy: { id: "asc" },
          select: { ...select, slipOn: true, redOfId: true },
        })
      : [],
  ]);
  return {
    notices: notices.map(({ docNo, requiredShipOn, totalAmount, ...rest }) => ({
      ...rest,
      number: docNo,
      on: fromDbDate(requiredShipOn),
      amount: Money.of(totalAmount).toString(),
    })),
    slips: slips.map(({ docNo, slipOn, totalAmount, ...rest }) => ({
      ...rest,
      number: docNo,
      on: fromDbDate(slipOn),
      amount: Money.of(totalAmount).toString(),
    })),
  };
}
