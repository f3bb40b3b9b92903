import "server-only";
import { type Actor, can } from "@/lib/auth/permissions";
import { fromDbDate } from "@/lib/core/calendar-date";
import { Quantity } from "@/lib/core/quantity";
import { db } from "@/lib/server/db";
import { delayDays } from "./policy";

const dateOf = (value: Date | null) => (value === null ? null : fromDbDate(value));
const figure = (value: { toFixed(digits: number): string }) => Quantity.of(value).toString();

export type ContractProduction = NonNullable<Awaited<ReturnType<typeof productionOfContract>>>;

/** What production does for a contract: notices, lines with their progress, and what is not tasked yet; null for class A. */
export async function productionOfContract(actor: Actor, contractId: string) {
  if (!can(actor, "production:read")) return null;
  const [contract, tasks] = await Promise.all([
    db.contract.findUnique({
      where: { id: contractId },
      select: {
        status: true,
        lines: {
          where: { lineKind: "GOODS", qtyToProduce: { gt: 0 } },
          select: { qtyToProduce: true, taskedQty: true, producedQty: true },
        },
      },
    }),
    db.productionTask.findMany({
      where: { contractId },
      orderBy: { createdAt: "asc" },
      include: { lines: { orderBy: { lineNo: "asc" } } },
    }),
  ]);
  if (!contract || (contract.lines.length === 0 && tasks.length === 0)) return null;
  const untasked = contract.lines.filter(({ qtyToProduce, taskedQty }) =>
    Quantity.of(qtyToProduce).isGreaterThan(Quantity.of(taskedQty)),
  ).length;
  const isRunning = contract.status === "EFFECTIVE" || contract.status === "EXECUTING";
  return {
    untasked,
    mayDraft: untasked > 0 && isRunning && can(actor, "production:draft"),
    tasks: tasks.map(({ id, docNo, status, lines }) => ({
      id,
      docNo,
      status,
      lines: lines.map((line) => ({
        id: line.id,
        status: line.status,
        stage: line.stage,
        productName: line.productName,
        spec: line.spec,
        unit: line.unit,
        quantity: figure(line.quantity),
        finishedQty: figure(line.finishedQty),
        receivedQty: figure(line.receivedQty),
        expectedOn: dateOf(line.expectedOn) as string | null,
        delayDays: delayDays(dateOf(line.expectedOn), dateOf(line.contractDueOn)),
      })),
    })),
  };
}
