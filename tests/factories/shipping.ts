import type { Actor } from "@/lib/auth/permissions";
import { calendarDate } from "@/lib/core/calendar-date";
import { enterConfirmedReceipt } from "@/lib/receivables/confirm-receipt";
import { db } from "@/lib/server/db";
import { approveSlip } from "@/lib/shipping/approve-slip";
import { retryWaitingNotices } from "@/lib/shipping/free-notices";
import { issueNotice } from "@/lib/shipping/issue-notice";
import { issueSlip } from "@/lib/shipping/issue-slip";
import { saveNotice } from "@/lib/shipping/save-notice";
import {
  type SaveNoticeInput,
  type SaveNoticeValues,
  saveNoticeInput,
} from "@/lib/shipping/schema";
import { signSlip } from "@/lib/shipping/sign-slip";
import { saveSlip, startSlip } from "@/lib/shipping/start-slip";
import { submitSlip } from "@/lib/shipping/submit-slip";
import { createContract, type GoodsLine, goodsLine } from "./contracts";
import { aKey, anActor } from "./people";
import { createProduct } from "./products";
import { receiptInput, toContract } from "./receivables";
import { stockUp } from "./stock";

export type ShippingTeam = {
  clerk: Actor;
  chief: Actor;
  director: Actor;
  keeper: Actor;
  finance: Actor;
};

/** The courier of every notice that names none. */
const COURIER = {
  id: "01930000-0000-7000-8000-000000000001",
  code: "ZTO-T",
  name: "中通快递",
};

/** Everybody who takes part in a shipment, the clerk with all duties. */
export async function aShippingTeam(): Promise<ShippingTeam> {
  await db.courier.createMany({ data: [COURIER], skipDuplicates: true });
  const clerk = await anActor("CLERK", {
    duties: ["CONTRACT_DRAFTING", "CONTRACT_NUMBERING", "SHIPPING_NOTICE", "OUTBOUND_SLIP"],
  });
  return {
    clerk,
    chief: await anActor("SECTION_CHIEF"),
    director: await anActor("FACTORY_DIRECTOR"),
    keeper: await anActor("WAREHOUSE_KEEPER"),
    finance: await anActor("FINANCE"),
  };
}

type LineSpec = {
  quantity: string;
  price: string;
  stock?: string;
  changes?: Partial<GoodsLine>;
};
export type ShippableSpec = {
  customerId?: string;
  lines?: readonly LineSpec[];
  charges?: readonly { lineKind: "FREIGHT" | "PACKING" | "OTHER" | "DISCOUNT"; amount: string }[];
  order?: NonNullable<Parameters<typeof createContract>[0]>["order"];
  status?: "EFFECTIVE" | "EXECUTING";
};

/** A running verbal contract whose goods lie in the store: 10 pieces at 100.00 unless said otherwise. */
export async function aShippableContract(team: ShippingTeam, spec: ShippableSpec = {}) {
  const { lines = [{ quantity: "10", price: "100" }], charges = [], status = "EXECUTING" } = spec;
  const goods: GoodsLine[] = [];
  for (const line of lines) {
    const { id } = await createProduct();
    const stock = line.stock ?? line.quantity;
    if (stock !== "0") await stockUp({ productId: id, quantity: stock });
    goods.push(goodsLine(id, { quantity: line.quantity, unitPrice: line.price, ...line.changes }));
  }
  const chargeLines = charges.map((charge) => ({
    ...charge,
    productName: charge.lineKind === "DISCOUNT" ? "优惠" : "运费",
    lineRemark: "",
  }));
  return createContract({
    status,
    clerk: team.clerk,
    chief: team.chief,
    director: team.director,
    ...(spec.customerId && { customerId: spec.customerId }),
    order: {
      verbalReason: "OTHER",
      formReason: "老客户",
      ...spec.order,
      lines: [...goods, ...chargeLines],
    },
  });
}

export type Shippable = Awaited<ReturnType<typeof aShippableContract>>;

/** What the notice form sends: everything of the contract unless quantities (by position) say otherwise. */
export function noticeValues(
  contract: Shippable,
  quantities?: readonly string[],
  changes: Partial<SaveNoticeValues> = {},
): SaveNoticeInput {
  const goods = contract.lines.filter(({ lineKind }) => lineKind === "GOODS");
  const charges = contract.lines.filter(
    ({ lineKind }) => lineKind !== "GOODS" && lineKind !== "DISCOUNT",
  );
  return saveNoticeInput.parse({
    contractId: contract.id,
    noticeId: null,
    rowVersion: null,
    requiredShipOn: "2026-11-30",
    lateReason: "",
    consigneeSource: "CONTRACT",
    addressId: null,
    consignee: { company: "", contactPerson: "", phone: "", address: "", postalCode: "" },
    consigneeReason: "",
    deliveryMethod: "EXPRESS",
    methodReason: "",
    courierId: COURIER.id,
    freightPayer: "SUPPLIER",
    freightSettlement: "PREPAID_MONTHLY",
    packingRequirement: "纸箱",
    enclosedDocs: ["CERTIFICATE"],
    invoiceWithGoods: false,
    remark: "",
    quantities: Object.fromEntries(
      goods.map(({ id, quantity, noticedQty }, index) => [
        id,
        quantities?.[index] ?? quantity.minus(noticedQty).toFixed(3),
      ]),
    ),
    charges: Object.fromEntries(
      charges.map(({ id, amount, noticedAmount }) => [id, amount.minus(noticedAmount).toFixed(2)]),
    ),
    ...changes,
  });
}

export async function aDraftNotice(
  team: ShippingTeam,
  contract: Shippable,
  quantities?: readonly string[],
  changes: Partial<SaveNoticeValues> = {},
): Promise<string> {
  const { noticeId } = await saveNotice(
    team.clerk,
    noticeValues(contract, quantities, changes),
    aKey(),
  );
  return noticeId;
}

export async function seenNotice(id: string) {
  return db.shippingNotice.findUniqueOrThrow({
    where: { id },
    include: { lines: { orderBy: { lineNo: "asc" } } },
  });
}

export async function noticeRef(id: string) {
  const { rowVersion } = await seenNotice(id);
  return { noticeId: id, rowVersion };
}

/** Drafted and issued as far as the gates let it. */
export async function tryToIssue(team: ShippingTeam, noticeId: string) {
  return issueNotice(team.clerk, await noticeRef(noticeId), aKey());
}

export async function anIssuedNotice(
  team: ShippingTeam,
  contract: Shippable,
  quantities?: readonly string[],
): Promise<string> {
  const noticeId = await aDraftNotice(team, contract, quantities);
  const { outcome, failing } = await tryToIssue(team, noticeId);
  if (outcome !== "ISSUED") throw new Error(`The notice is ${outcome}: ${failing.join()}`);
  return noticeId;
}

export function seenSlip(id: string) {
  return db.outboundSlip.findUniqueOrThrow({
    where: { id },
    include: { lines: { orderBy: { lineNo: "asc" } } },
  });
}

export async function slipRef(id: string) {
  const { rowVersion } = await seenSlip(id);
  return { slipId: id, rowVersion };
}

/** A slip for everything on the notice, or for the given quantities by position of the notice's goods. */
export async function aDraftSlip(
  team: ShippingTeam,
  noticeId: string,
  quantities?: readonly string[],
  exceptionReason = "",
): Promise<string> {
  const { slipId } = await startSlip(team.clerk, await noticeRef(noticeId), aKey());
  const { lines } = await seenSlip(slipId);
  const goods = lines.filter(({ lineKind }) => lineKind === "GOODS");
  if (quantities || exceptionReason) {
    const asked = goods.map(({ noticeLineId, requestedQty }, index) => [
      noticeLineId,
      quantities?.[index] ?? requestedQty.toFixed(3),
    ]);
    const input = {
      ...(await slipRef(slipId)),
      quantities: Object.fromEntries(asked),
      exceptionReason,
      remark: "",
    };
    await saveSlip(team.clerk, input, aKey());
  }
  return slipId;
}

export async function aSubmittedSlip(
  team: ShippingTeam,
  noticeId: string,
  quantities?: readonly string[],
  exceptionReason = "",
): Promise<string> {
  const slipId = await aDraftSlip(team, noticeId, quantities, exceptionReason);
  await submitSlip(team.clerk, await slipRef(slipId), aKey());
  return slipId;
}

/** Signed by the department head; by the director too when that is needed. */
export async function anApprovedSlip(
  team: ShippingTeam,
  noticeId: string,
  quantities?: readonly string[],
  exceptionReason = "急用，款已安排",
): Promise<string> {
  const slipId = await aSubmittedSlip(team, noticeId, quantities, exceptionReason);
  const { outcome } = await signSlip(
    team.chief,
    { ...(await slipRef(slipId)), comment: "" },
    aKey(),
  );
  if (outcome === "PENDING_DIRECTOR") await letGo(team, slipId);
  return slipId;
}

/** The director signs what is on the screen. */
export async function letGo(team: ShippingTeam, slipId: string) {
  return approveSlip(team.director, await directorView(slipId), aKey());
}

export async function directorView(slipId: string) {
  const { creditSnapshot, ...slip } = await seenSlip(slipId);
  const shown = creditSnapshot as { exposureAfter: string; violations: string[] };
  return {
    slipId,
    rowVersion: slip.rowVersion,
    shownExposure: shown.exposureAfter,
    shownViolations: shown.violations,
    comment: "同意，本次放行",
  };
}

/** What the keeper's panel sends: all lines in full unless quantities (by position of the goods) say otherwise. */
export async function issueValues(
  slipId: string,
  quantities?: readonly string[],
  shortReason = "",
) {
  const slip = await seenSlip(slipId);
  const goods = slip.lines.filter(({ lineKind }) => lineKind === "GOODS");
  return {
    slipId,
    rowVersion: slip.rowVersion,
    quantities: Object.fromEntries(
      goods.map(({ id, requestedQty }, index) => [
        id,
        quantities?.[index] ?? requestedQty.toFixed(3),
      ]),
    ),
    shortReason,
  };
}

export async function post(
  team: ShippingTeam,
  slipId: string,
  quantities?: readonly string[],
  reason = "",
) {
  return issueSlip(team.keeper, await issueValues(slipId, quantities, reason), aKey());
}

/** A slip whose goods have left the store and wait to be packed. */
export async function aPostedSlip(
  team: ShippingTeam,
  noticeId: string,
  quantities?: readonly string[],
) {
  const slipId = await anApprovedSlip(team, noticeId, quantities);
  const { outcome } = await post(team, slipId);
  if (outcome !== "ISSUED") throw new Error("The slip went back to the director");
  return slipId;
}

/** Money tied to a contract, confirmed by finance; waiting notices are tried as the application does. */
export async function payForContract(team: ShippingTeam, contract: Shippable, amount: string) {
  const customer = { id: contract.customerId, name: contract.customerName };
  const receipt = await receiptInput(customer, {
    amount,
    allocations: [toContract(contract, amount)],
  });
  const input = { receipt, creditedOn: calendarDate("2026-11-23"), overrideReason: "" };
  return enterConfirmedReceipt(team.finance, input, aKey(), async (tx, contractIds) => {
    await retryWaitingNotices(tx, team.finance, contractIds);
  });
}

/** The contract as it stands now. */
export function contractNow(id: string) {
  return db.contract.findUniqueOrThrow({
    where: { id },
    include: { lines: { orderBy: { lineNo: "asc" } }, register: true },
  });
}

/** Open work items about a subject. */
export async function openItems(subjectId: string): Promise<string[]> {
  const rows = await db.workItem.findMany({
    where: { subjectId, closedAt: null },
    select: { kind: true },
  });
  return rows.map(({ kind }) => kind).sort();
}
