import { calendarDate } from "@/lib/core/calendar-date";
import { signOrder, submitOrder } from "@/lib/preparation/decide-preparation";
import { finishPreparation, receivePreparation } from "@/lib/preparation/execute-preparation";
import { savePreparation } from "@/lib/preparation/save-preparation";
import { db } from "@/lib/server/db";
import { aKey } from "@/tests/factories/people";
import { aShippableContract, type Shippable, type ShippingTeam } from "@/tests/factories/shipping";

/** 100 pieces with 40 in the store: 40 from stock, 60 to produce (Q11). */
export function aMixedContract(
  team: ShippingTeam,
  spec: Parameters<typeof aShippableContract>[1] = {},
): Promise<Shippable> {
  return aShippableContract(team, {
    lines: [{ quantity: "100", price: "10", stock: "40" }],
    ...spec,
  });
}

/** What the clerk's form sends: the whole stock part unless quantities (by position) say otherwise. */
export function preparationValues(contract: Shippable, quantities?: readonly string[]) {
  return {
    contractId: contract.id,
    preparationId: null,
    rowVersion: null,
    dueOn: calendarDate("2026-11-28"),
    packingRequirement: "防锈包装",
    remark: "",
    quantities: Object.fromEntries(
      contract.lines
        .filter(({ qtyFromStock }) => !qtyFromStock.isZero())
        .map(({ id, qtyFromStock }, index) => [id, quantities?.[index] ?? qtyFromStock.toFixed(3)]),
    ),
  };
}

export async function aDraftPreparation(
  team: ShippingTeam,
  contract: Shippable,
  quantities?: readonly string[],
): Promise<string> {
  const values = preparationValues(contract, quantities);
  const { preparationId } = await savePreparation(team.clerk, values, aKey());
  return preparationId;
}

export function seenPreparation(id: string) {
  return db.preparationOrder.findUniqueOrThrow({
    where: { id },
    include: { lines: { orderBy: { lineNo: "asc" } } },
  });
}

export async function preparationRefOf(id: string) {
  const { rowVersion } = await seenPreparation(id);
  return { preparationId: id, rowVersion };
}

export async function aSubmittedPreparation(
  team: ShippingTeam,
  contract: Shippable,
  quantities?: readonly string[],
): Promise<string> {
  const id = await aDraftPreparation(team, contract, quantities);
  await submitOrder(team.clerk, await preparationRefOf(id), aKey());
  return id;
}

export async function signPreparationOf(team: ShippingTeam, id: string) {
  return signOrder(team.chief, { ...(await preparationRefOf(id)), comment: "" }, aKey());
}

export async function anIssuedPreparation(
  team: ShippingTeam,
  contract: Shippable,
  quantities?: readonly string[],
): Promise<string> {
  const id = await aSubmittedPreparation(team, contract, quantities);
  await signPreparationOf(team, id);
  return id;
}

/** Taken in hand by the keeper. */
export async function aPreparationInHand(
  team: ShippingTeam,
  contract: Shippable,
  quantities?: readonly string[],
): Promise<string> {
  const id = await anIssuedPreparation(team, contract, quantities);
  await receivePreparation(team.keeper, await preparationRefOf(id), aKey());
  return id;
}

/** What the keeper's form sends: everything ready unless quantities (by position) say otherwise. */
export async function finishValues(id: string, prepared?: readonly string[], shortageNote = "") {
  const { lines, rowVersion } = await seenPreparation(id);
  return {
    preparationId: id,
    rowVersion,
    prepared: Object.fromEntries(
      lines.map((line, index) => [
        line.id,
        prepared?.[index] ?? line.prepareQty.minus(line.releasedQty).toFixed(3),
      ]),
    ),
    bins: {},
    shortageNote,
  };
}

export async function aPreparedOrder(
  team: ShippingTeam,
  contract: Shippable,
  prepared?: readonly string[],
  shortageNote = "",
): Promise<string> {
  const id = await aPreparationInHand(team, contract);
  await finishPreparation(team.keeper, await finishValues(id, prepared, shortageNote), aKey());
  return id;
}

/** Active reservations of a contract by what binds them: "preparation_order 40". */
export async function reservationsOf(contractId: string): Promise<string[]> {
  const rows = await db.stockReservation.groupBy({
    by: ["sourceType", "status"],
    where: { contractId },
    _sum: { quantity: true },
  });
  return rows
    .map(({ sourceType, status, _sum }) => `${sourceType} ${status} ${_sum.quantity}`)
    .sort();
}
