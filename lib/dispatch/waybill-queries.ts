import "server-only";
import { type Actor, can, seesPrices } from "@/lib/auth/permissions";
import { Money } from "@/lib/core/money";
import { Quantity } from "@/lib/core/quantity";
import { isUuid } from "@/lib/core/uuid";
import { db, type Prisma } from "@/lib/server/db";
import { waybillScope } from "./dispatch-lists";
import { waybillLifecycle } from "./lifecycle";

const moneyText = (amount: Prisma.Decimal | null) => amount && Money.of(amount).toString();

export type WaybillDetail = NonNullable<Awaited<ReturnType<typeof findWaybillDetail>>>;

/** The waybill with its packing lists and its courier; null when not in the actor's view. */
export async function findWaybillDetail(actor: Actor, waybillId: string) {
  if (!can(actor, "packing:read") || !isUuid(waybillId)) return null;
  const seen = await db.$queryRaw<unknown[]>`
    select 1 from waybill w where w.id = ${waybillId}::uuid and ${waybillScope(actor)}`;
  if (seen.length === 0) return null;
  const waybill = await db.waybill.findUnique({
    where: { id: waybillId },
    include: { packingLists: { select: { packingList: { select: listColumns } } } },
  });
  if (!waybill) return null;
  const { packingLists, freightAmount, insuredValue, ...head } = waybill;
  const showsPrices = seesPrices(actor);
  return {
    ...head,
    recipient: head.recipient as Record<string, string>,
    weightKg: head.weightKg && Quantity.of(head.weightKg).toString(),
    freightAmount: showsPrices ? moneyText(freightAmount) : null,
    insuredValue: showsPrices ? moneyText(insuredValue) : null,
    showsPrices,
    packingLists: packingLists.map(({ packingList }) => packingList),
    freightPayer: packingLists[0]?.packingList.slip.notice?.freightPayer ?? null,
    courier: await courierOf(waybill.courierId),
    commands: waybillLifecycle.available(waybill, actor, can),
    mayWrite: can(actor, "waybill:write"),
  };
}

const listColumns = {
  id: true,
  docNo: true,
  slipNo: true,
  customerName: true,
  contractNo: true,
  boxCount: true,
  slip: { select: { notice: { select: { freightPayer: true } } } },
} as const satisfies Prisma.PackingListSelect;

/** How the courier's numbers look, whom to call, and who collected from us last. */
async function courierOf(courierId: string) {
  const [courier, last] = await Promise.all([
    db.courier.findUnique({
      where: { id: courierId },
      select: { waybillPattern: true, hotline: true, monthlyAccountNo: true },
    }),
    db.waybill.findFirst({
      where: { courierId, pickedUpBy: { not: "" } },
      orderBy: { handedOverAt: "desc" },
      select: { pickedUpBy: true, courierContact: true },
    }),
  ]);
  return {
    waybillPattern: courier?.waybillPattern ?? "",
    hotline: courier?.hotline ?? "",
    monthlyAccountNo: courier?.monthlyAccountNo ?? "",
    lastContact: last?.courierContact ?? "",
    lastCollector: last?.pickedUpBy ?? "",
  };
}
