import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import type { WholeContract } from "@/lib/contracts/load";
import { assertNotBeingChanged } from "@/lib/contracts/pending-revision";
import { lockContractForShipping } from "@/lib/contracts/progress";
import { toDbDate } from "@/lib/core/calendar-date";
import { DomainError } from "@/lib/core/domain-error";
import { Money } from "@/lib/core/money";
import { consigneeBlock } from "@/lib/customers/queries";
import { recordAudit } from "@/lib/server/audit";
import { clock } from "@/lib/server/clock";
import type { Tx } from "@/lib/server/db";
import { type IdempotencyKey, transactOnce } from "@/lib/server/idempotency";
import { newId } from "@/lib/server/ids";
import { requirePermission } from "@/lib/server/require-permission";
import { assertWholePieces, countedCells } from "@/lib/settings/whole-pieces";
import { claimableLines, contractDueOn } from "./contract-view";
import { needsCourier } from "./labels";
import { type NoticeShare, shareOut } from "./notice-amounts";
import { contractOfNotice, lockNotice } from "./notice-load";
import { assertNoticeMove, moveNotice } from "./notice-move";
import type { Consignee } from "./notice-policy";
import { amountsOf, quantitiesOf, type SaveNoticeInput } from "./schema";

/** Contracts for which a notice may be drafted; it is issued in EXECUTING only (rules 5.1). */
const DRAFTABLE = ["EFFECTIVE", "EXECUTING"];

/**
 * Writes a draft of a shipping notice (F09): copied from the contract, changed where the clerk typed (R1.2.1-b, c).
 * Nothing is claimed or reserved yet. Throws `common.invalid_input` with one issue per cell.
 */
export function saveNotice(
  actor: Actor,
  input: SaveNoticeInput,
  key: IdempotencyKey,
): Promise<{ noticeId: string; rowVersion: number }> {
  return transactOnce({ key, actor, action: "notice.save", input }, async (tx) => {
    requirePermission(actor, "notice:write");
    const contract = await lockContractForShipping(tx, input.contractId);
    assertDraftable(contract);
    if (input.noticeId !== null) await assertEditable(tx, actor, contract.id, input.noticeId);
    const quantities = quantitiesOf(input.quantities);
    await assertWholePieces(tx, countedCells("quantities", contract.lines, quantities));
    const { shares, issues } = shareOut(claimableLines(contract), {
      quantities,
      charges: amountsOf(input.charges),
    });
    if (issues.length > 0) throw new DomainError("common.invalid_input", undefined, issues);
    await assertNotBeingChanged(
      tx,
      contract.id,
      shares.map(({ contractLineId }) => contractLineId),
    );
    await assertCourierInUse(tx, input);
    const data = await headOf(tx, contract, input, shares);
    if (input.noticeId === null) return createDraft(tx, actor, { contract, shares, data });
    return changeDraft(tx, actor, {
      contract,
      shares,
      data,
      noticeId: input.noticeId,
      rowVersion: input.rowVersion,
    });
  });
}

function assertDraftable(contract: WholeContract): void {
  if (DRAFTABLE.includes(contract.status) && contract.contractNo !== null) return;
  throw new DomainError("shipping.contract_not_running", { contractNo: contract.contractNo ?? "" });
}

/** An issued notice stays as it is; its own quantities would not fit the contract a second time. */
async function assertEditable(
  tx: Tx,
  actor: Actor,
  contractId: string,
  noticeId: string,
): Promise<void> {
  const known = await contractOfNotice(tx, noticeId);
  if (known.contractId !== contractId) throw new DomainError("common.not_found");
  assertNoticeMove("edit", await lockNotice(tx, noticeId), actor);
}

/** Also one that was withdrawn since the form was opened. */
async function assertCourierInUse(
  tx: Tx,
  { courierId }: Pick<SaveNoticeInput, "courierId">,
): Promise<void> {
  if (courierId === null) return;
  if (await tx.courier.findFirst({ where: { id: courierId, active: true }, select: { id: true } }))
    return;
  throw new DomainError("common.invalid_input", undefined, [
    { path: "courierId", code: "shipping.courier_unknown" },
  ]);
}

async function headOf(
  tx: Tx,
  contract: WholeContract,
  input: SaveNoticeInput,
  shares: readonly NoticeShare[],
) {
  const dueOn = contractDueOn(
    contract,
    new Set(shares.map(({ contractLineId }) => contractLineId)),
  );
  return {
    noticeOn: toDbDate(clock.today()),
    requiredShipOn: new Date(`${input.requiredShipOn}T00:00:00Z`),
    contractDueOn: toDbDate(dueOn ?? clock.today()),
    lateReason: input.lateReason,
    consignee: await consigneeOf(tx, contract, input),
    consigneeSource: input.consigneeSource,
    consigneeReason: input.consigneeReason,
    deliveryMethod: input.deliveryMethod,
    methodReason: input.methodReason,
    courierId: needsCourier(input.deliveryMethod) ? input.courierId : null,
    freightPayer: input.freightPayer,
    freightSettlement: input.freightSettlement,
    packingRequirement: input.packingRequirement,
    enclosedDocs: input.enclosedDocs,
    invoiceWithGoods: input.invoiceWithGoods,
    remark: input.remark,
    totalAmount: Money.sum(shares.map(({ amount }) => amount)).toString(),
  };
}

/** The contract's consignee, another saved address of the customer, or a typed one (a deviation). */
async function consigneeOf(
  tx: Tx,
  contract: WholeContract,
  input: SaveNoticeInput,
): Promise<Consignee> {
  if (input.consigneeSource === "TYPED") return input.consignee;
  if (input.consigneeSource === "CONTRACT") return contract.consignee as Consignee;
  const address = input.addressId
    ? await tx.customerAddress.findFirst({
        where: { id: input.addressId, customerId: contract.customerId },
      })
    : null;
  if (!address) {
    throw new DomainError("common.invalid_input", undefined, [
      { path: "addressId", code: "shipping.address_unknown" },
    ]);
  }
  return consigneeBlock(address);
}

type Draft = {
  contract: WholeContract;
  shares: readonly NoticeShare[];
  data: Awaited<ReturnType<typeof headOf>>;
};

async function createDraft(tx: Tx, actor: Actor, { contract, shares, data }: Draft) {
  const noticeId = newId();
  await tx.shippingNotice.create({
    data: {
      id: noticeId,
      contractId: contract.id,
      contractNo: contract.contractNo ?? "",
      contractClass: contract.contractClass ?? "A",
      customerId: contract.customerId,
      customerName: contract.customerName,
      paymentTerm: contract.paymentTerm,
      preparedById: actor.id,
      preparedByName: actor.name,
      createdAt: clock.now(),
      ...data,
    },
  });
  await writeNoticeLines(tx, noticeId, contract, shares);
  await recordAudit(tx, actor, {
    type: "notice.drafted",
    subjectType: "shipping_notice",
    subjectId: noticeId,
  });
  return { noticeId, rowVersion: 1 };
}

async function changeDraft(
  tx: Tx,
  actor: Actor,
  {
    contract,
    shares,
    data,
    noticeId,
    rowVersion,
  }: Draft & { noticeId: string; rowVersion: number | null },
) {
  await moveNotice(tx, { id: noticeId, status: "DRAFT", rowVersion: rowVersion ?? 0 }, "DRAFT", {
    ...data,
    blockedBy: "",
  });
  await writeNoticeLines(tx, noticeId, contract, shares);
  await recordAudit(tx, actor, {
    type: "notice.changed",
    subjectType: "shipping_notice",
    subjectId: noticeId,
  });
  return { noticeId, rowVersion: (rowVersion ?? 0) + 1 };
}

/** Lines are snapshots of the contract's; rewritten whole while nothing stands on them. */
export async function writeNoticeLines(
  tx: Tx,
  noticeId: string,
  contract: WholeContract,
  shares: readonly NoticeShare[],
): Promise<void> {
  const byId = new Map(contract.lines.map((line) => [line.id, line]));
  await tx.noticeLine.deleteMany({ where: { noticeId } });
  await tx.noticeLine.createMany({
    data: shares.flatMap(({ contractLineId, quantity, amount }, index) => {
      const line = byId.get(contractLineId);
      if (!line) return [];
      return [
        {
          noticeId,
          lineNo: index + 1,
          contractLineId,
          lineKind: line.lineKind,
          productId: line.productId,
          productCode: line.productCode,
          productName: line.productName,
          spec: line.spec,
          drawingNo: line.drawingNo,
          unit: line.unit,
          contractQty: line.quantity,
          shippedBefore: line.deliveredQty,
          quantity: quantity.toString(),
          unitPrice: line.unitPrice,
          amount: amount.toString(),
        },
      ];
    }),
  });
}
