import "server-only";
import { clock } from "@/lib/server/clock";
import type { Prisma, Tx } from "@/lib/server/db";
import { stockFigures } from "@/lib/stock/stock-figures";

/** What the store shows of each wanted line at this moment, kept with the intake record (R1.1.2-a). */
export async function seenStock(
  tx: Tx,
  lines: readonly { productId: string | null }[],
): Promise<Prisma.InputJsonArray> {
  const figures = await stockFigures(
    tx,
    lines.flatMap(({ productId }) => productId ?? []),
  );
  return lines.map(({ productId }, i) => {
    const figure = productId === null ? undefined : figures.get(productId);
    return {
      lineNo: i + 1,
      onHand: figure?.onHand.toString() ?? "0",
      freeToPromise: figure?.freeToPromise.toString() ?? "0",
      at: clock.now().toISOString(),
    };
  });
}
