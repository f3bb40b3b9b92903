import "server-only";
import type { Tx } from "@/lib/server/db";
import { CLAUSE_KEYS } from "./clause-keys";
import { DEFAULT_CLAUSES } from "./default-clauses";
import { DEFAULT_COURIERS } from "./default-couriers";
import { DEFAULT_BIN, DEFAULT_UNITS } from "./default-units";

/**
 * Puts units, couriers, clause texts and the default bin into an empty database. What somebody has since changed or
 * switched off stays as it is; running it again does nothing.
 */
export async function ensureReferenceData(tx: Tx): Promise<void> {
  await tx.unit.createMany({
    data: DEFAULT_UNITS.map((unit, index) => ({ ...unit, sortNo: (index + 1) * 10 })),
    skipDuplicates: true,
  });
  await tx.courier.createMany({ data: [...DEFAULT_COURIERS], skipDuplicates: true });
  await tx.bin.createMany({ data: [{ code: DEFAULT_BIN }], skipDuplicates: true });
  if ((await tx.clauseTemplate.count()) === 0) {
    await tx.clauseTemplate.createMany({
      data: CLAUSE_KEYS.flatMap((clauseKey) =>
        DEFAULT_CLAUSES[clauseKey].map((clause, index) => ({
          clauseKey,
          ...clause,
          isDefault: index === 0,
        })),
      ),
    });
  }
}
