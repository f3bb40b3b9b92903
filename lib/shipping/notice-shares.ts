import "server-only";
import type { WholeContract } from "@/lib/contracts/load";
import { DomainError, type FieldIssue } from "@/lib/core/domain-error";
import { Money } from "@/lib/core/money";
import { Quantity } from "@/lib/core/quantity";
import { claimableLines } from "./contract-view";
import { type NoticeShare, type NoticeWish, shareOut } from "./notice-amounts";
import type { WholeNotice } from "./notice-load";

/** What stands on the notice, as a wish against the contract as it is now. */
export function wishOf({ lines }: Pick<WholeNotice, "lines">): NoticeWish {
  const goods = lines.filter(({ lineKind }) => lineKind === "GOODS");
  const charges = lines.filter(({ lineKind }) => lineKind !== "GOODS" && lineKind !== "DISCOUNT");
  return {
    quantities: new Map(goods.map((line) => [line.contractLineId, Quantity.of(line.quantity)])),
    charges: new Map(charges.map((line) => [line.contractLineId, Money.of(line.amount)])),
  };
}

/**
 * The shares of a wish in the contract as it is now. The first fault is the refusal, all are issues beside their
 * cells: `shipping.over_contract_quantity`, `shipping.partial_not_allowed` and so on (Q29).
 */
export function sharesOf(contract: WholeContract, wish: NoticeWish): NoticeShare[] {
  const { shares, issues } = shareOut(claimableLines(contract), wish);
  throwFirst(issues);
  if (!contract.partialAllowed && !takesAll(contract, shares))
    throw new DomainError("shipping.partial_not_allowed");
  return shares;
}

export function throwFirst(issues: FieldIssue[]): void {
  const [first] = issues;
  if (first) throw new DomainError(first.code, first.details, issues);
}

function takesAll(contract: WholeContract, shares: readonly NoticeShare[]): boolean {
  const taken = new Map(shares.map((share) => [share.contractLineId, share.quantity]));
  return contract.lines.every(
    ({ id, lineKind, quantity, closedQty }) =>
      lineKind !== "GOODS" ||
      (taken.get(id) ?? Quantity.zero).equals(Quantity.of(quantity).minus(Quantity.of(closedQty))),
  );
}

/** Shares with the sign turned: what a cancelled or lowered notice gives back to the contract. */
export function claimedBy({ lines }: Pick<WholeNotice, "lines">): NoticeShare[] {
  return lines.map((line) => ({
    contractLineId: line.contractLineId,
    quantity: Quantity.of(line.quantity),
    amount: Money.of(line.amount),
  }));
}

export function givenBack(shares: readonly NoticeShare[]): NoticeShare[] {
  return shares.map(({ contractLineId, quantity, amount }) => ({
    contractLineId,
    quantity: quantity.negated(),
    amount: amount.negated(),
  }));
}
