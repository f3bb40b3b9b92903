import "server-only";
import type { CalendarDate } from "@/lib/core/calendar-date";
import { yearOf } from "@/lib/core/calendar-date";
import type { Tx } from "@/lib/server/db";

/** Archive numbers of contracts: DA2026-合同-001 (F39). */
const SHAPE = /^DA(\d{4})-合同-(\d+)$/;

/** The next free number of the year by the convention of the archive; a proposal that may be typed over. */
export async function proposedArchiveNo(
  client: Pick<Tx, "contract">,
  today: CalendarDate,
): Promise<string> {
  const prefix = `DA${yearOf(today)}-合同-`;
  const rows = await client.contract.findMany({
    where: { archiveNo: { startsWith: prefix } },
    select: { archiveNo: true },
  });
  const last = Math.max(
    0,
    ...rows.map(({ archiveNo }) => Number.parseInt(SHAPE.exec(archiveNo)?.[2] ?? "0", 10)),
  );
  return `${prefix}${String(last + 1).padStart(3, "0")}`;
}

export async function isUsedArchiveNo(
  client: Pick<Tx, "contract">,
  archiveNo: string,
  exceptContractId: string,
): Promise<boolean> {
  const used = await client.contract.count({ where: { archiveNo, NOT: { id: exceptContractId } } });
  return used > 0;
}
