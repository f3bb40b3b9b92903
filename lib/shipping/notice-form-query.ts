import "server-only";
import { type Actor, can, seesPrices } from "@/lib/auth/permissions";
import type { WholeContract } from "@/lib/contracts/load";
import { pendingChangeOf } from "@/lib/contracts/pending-revision";
import { fromDbDate } from "@/lib/core/calendar-date";
import type { Money } from "@/lib/core/money";
import { Quantity } from "@/lib/core/quantity";
import { isUuid } from "@/lib/core/uuid";
import { listCustomerAddresses } from "@/lib/customers/queries";
import { clock } from "@/lib/server/clock";
import { db } from "@/lib/server/db";
import { listCouriers } from "@/lib/settings/queries";
import { availableFor } from "@/lib/stock/take-over";
import { claimableLines, contractDueOn, findWholeContract } from "./contract-view";
import type { ConsigneeSource, EnclosedDoc, FreightSettlement } from "./labels";
import { needsCourier } from "./labels";
import { chargeRest, type NoticeWish, noticeableRest, proposeAll } from "./notice-amounts";
import { findNotice, type WholeNotice } from "./notice-load";
import { type Consignee, EMPTY_CONSIGNEE } from "./notice-policy";
import { wishOf } from "./notice-shares";
import type { SaveNoticeValues } from "./schema";

/** Everything that the notice form shows: the contract's lines with rest and stock, addresses, couriers, values. */
export type NoticeFormData = Awaited<ReturnType<typeof noticeFormData>>;

/** For a new notice of a contract; null when it is not in view or the actor may not write notices. */
export async function newNoticeForm(actor: Actor, contractId: string) {
  if (!isUuid(contractId) || !can(actor, "notice:write")) return null;
  const contract = await findWholeContract(db, contractId);
  return contract?.contractNo ? noticeFormData(actor, contract, null) : null;
}

/** For a draft that is changed. */
export async function noticeDraftForm(actor: Actor, noticeId: string) {
  if (!isUuid(noticeId) || !can(actor, "notice:write")) return null;
  const notice = await findNotice(db, noticeId);
  if (notice?.status !== "DRAFT") return null;
  const contract = await findWholeContract(db, notice.contractId);
  return contract ? noticeFormData(actor, contract, notice) : null;
}

async function noticeFormData(actor: Actor, contract: WholeContract, notice: WholeNotice | null) {
  const lines = await formLines(actor, contract);
  const change = await pendingChangeOf(
    db,
    contract.id,
    contract.lines.map(({ id }) => id),
  );
  const [addresses, couriers] = await Promise.all([
    listCustomerAddresses(actor, contract.customerId),
    listCouriers(db, { activeOnly: true }),
  ]);
  return {
    contract: {
      id: contract.id,
      contractNo: contract.contractNo ?? "",
      contractClass: contract.contractClass ?? "A",
      customerName: contract.customerName,
      deliveryMethod: contract.deliveryMethod,
      freightPayer: contract.freightPayer,
      paymentTerm: contract.paymentTerm,
      dueOn: contractDueOn(contract, new Set(contract.lines.map(({ id }) => id))) ?? clock.today(),
      partialAllowed: contract.partialAllowed,
      consignee: contract.consignee as Consignee,
    },
    lines,
    addresses,
    couriers: couriers.map(({ id, name }) => ({ id, name })),
    /** These lines go on no new notice until it is decided (rules 5.1). */
    pendingChange: change && { revision: String(change.revision), lines: change.lines },
    values: notice
      ? valuesOf(notice, contract, addresses)
      : withoutLines(freshValues(contract, couriers[0]?.id ?? null), change?.lineIds ?? []),
    today: clock.today() as string,
  };
}

async function formLines(actor: Actor, contract: WholeContract) {
  const available = await availableFor(
    db,
    contract.lines.flatMap(({ id, productId, quantity }) =>
      productId ? [{ productId, contractLineId: id, quantity: Quantity.of(quantity) }] : [],
    ),
  );
  const claims = new Map(claimableLines(contract).map((line) => [line.contractLineId, line]));
  const prices = seesPrices(actor);
  return contract.lines.flatMap((line) => {
    const claim = claims.get(line.id);
    if (!claim) return [];
    return [
      {
        id: line.id,
        lineKind: line.lineKind,
        productName: line.productName,
        spec: line.spec,
        drawingNo: line.drawingNo,
        unit: line.unit,
        deliveryOn: line.deliveryOn ? (fromDbDate(line.deliveryOn) as string) : null,
        contractQty: claim.quantity.toString(),
        shippedQty: Quantity.of(line.deliveredQty).toString(),
        noticedQty: claim.noticedQty.toString(),
        rest: noticeableRest(claim).toString(),
        toProduce: claim.quantity.minus(claim.readyQty).max(Quantity.zero).toString(),
        available: (available.get(line.productId ?? "") ?? Quantity.zero).toString(),
        unprepared: claim.unprepared?.quantity.toString() ?? "0",
        chargeRest: chargeRest(claim).toString(),
        amount: prices ? claim.amount.toString() : null,
      },
    ];
  });
}
export type NoticeFormLine = NoticeFormData["lines"][number];

function freshValues(contract: WholeContract, courierId: string | null): SaveNoticeValues {
  const { quantities, charges } = proposeAll(claimableLines(contract));
  const due = contractDueOn(contract, new Set(contract.lines.map(({ id }) => id)));
  const today = clock.today();
  return {
    contractId: contract.id,
    noticeId: null,
    rowVersion: null,
    requiredShipOn: due === null || due < today ? today : due,
    lateReason: "",
    consigneeSource: "CONTRACT",
    addressId: null,
    consignee: EMPTY_CONSIGNEE,
    consigneeReason: "",
    deliveryMethod: contract.deliveryMethod,
    methodReason: "",
    courierId: needsCourier(contract.deliveryMethod) ? courierId : null,
    freightPayer: contract.freightPayer,
    freightSettlement: settlementOf(contract),
    packingRequirement: contract.packingRequirement || "按常规包装",
    enclosedDocs: ["CERTIFICATE", "PACKING_LIST"],
    invoiceWithGoods: false,
    remark: "",
    ...cellsOf(contract, { quantities, charges }),
  };
}

/** A cell for every line of the contract: what the notice leaves out has an empty one, not none. */
function cellsOf({ lines }: WholeContract, { quantities, charges }: NoticeWish) {
  const cells = (kept: ReadonlyMap<string, Quantity | Money>, isMeant: (kind: string) => boolean) =>
    Object.fromEntries(
      lines
        .filter(({ lineKind }) => isMeant(lineKind))
        .map(({ id }) => [id, kept.get(id)?.toString() ?? ""]),
    );
  return {
    quantities: cells(quantities, (kind) => kind === "GOODS"),
    charges: cells(charges, (kind) => kind !== "GOODS" && kind !== "DISCOUNT"),
  };
}

function withoutLines(values: SaveNoticeValues, lineIds: readonly string[]): SaveNoticeValues {
  const none = Object.fromEntries(lineIds.map((id) => [id, "0"]));
  return { ...values, quantities: { ...values.quantities, ...none } };
}

/** Who pays decides how the freight is settled, unless it is a line of the contract (conventions 4.10). */
function settlementOf({ freightPayer, lines }: WholeContract): FreightSettlement {
  const isCharged = lines.some(({ lineKind }) => lineKind === "FREIGHT");
  return freightPayer === "CUSTOMER" && !isCharged ? "COLLECT" : "PREPAID_MONTHLY";
}

type SavedAddress = Awaited<ReturnType<typeof listCustomerAddresses>>[number];

function valuesOf(
  notice: WholeNotice,
  contract: WholeContract,
  addresses: readonly SavedAddress[],
): SaveNoticeValues {
  const { quantities, charges } = wishOf(notice);
  const kept = notice.consignee as Consignee;
  const saved = addresses.find(
    ({ company, address }) => company === kept.company && address === kept.address,
  );
  return {
    contractId: notice.contractId,
    noticeId: notice.id,
    rowVersion: notice.rowVersion,
    requiredShipOn: fromDbDate(notice.requiredShipOn),
    lateReason: notice.lateReason,
    consigneeSource: notice.consigneeSource as ConsigneeSource,
    addressId: notice.consigneeSource === "SAVED" ? (saved?.id ?? null) : null,
    consignee: notice.consigneeSource === "TYPED" ? kept : EMPTY_CONSIGNEE,
    consigneeReason: notice.consigneeReason,
    deliveryMethod: notice.deliveryMethod,
    methodReason: notice.methodReason,
    courierId: notice.courierId,
    freightPayer: notice.freightPayer,
    freightSettlement: notice.freightSettlement,
    packingRequirement: notice.packingRequirement,
    enclosedDocs: notice.enclosedDocs as EnclosedDoc[],
    invoiceWithGoods: notice.invoiceWithGoods,
    remark: notice.remark,
    ...cellsOf(contract, { quantities, charges }),
  };
}
