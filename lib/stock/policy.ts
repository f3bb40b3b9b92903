/** Which goods are taken for which line, and what may be promised (rules 5.6). Pure. */
import { Quantity } from "@/lib/core/quantity";

/** A place where goods of one product lie: a batch in a bin. */
export type StockPlace = { productId: string; batchNo: string; binCode: string };

export type FreeStock = StockPlace & { free: Quantity };
export type Wanted = { productId: string; quantity: Quantity };
/** `index` is the position of the wanted row that this part serves. */
export type Taken = StockPlace & { index: number; quantity: Quantity };
export type Shortage = { index: number; productId: string; wanted: Quantity; available: Quantity };

/**
 * Serves the wanted rows in their order from the free goods, by batch and bin in order. Nothing is taken twice; a row
 * that cannot be served whole is a shortage with what was left for it, and takes nothing.
 */
export function takeFromPlaces(
  wanted: readonly Wanted[],
  places: readonly FreeStock[],
): { taken: Taken[]; shortages: Shortage[] } {
  const left = placesByProduct(places);
  const taken: Taken[] = [];
  const shortages: Shortage[] = [];
  for (const [index, { productId, quantity }] of wanted.entries()) {
    const mine = left.get(productId) ?? [];
    const available = Quantity.sum(mine.map(({ free }) => free));
    if (available.isLessThan(quantity)) {
      shortages.push({ index, productId, wanted: quantity, available });
      continue;
    }
    taken.push(...takeOne(index, quantity, mine));
  }
  return { taken, shortages };
}

function takeOne(index: number, quantity: Quantity, places: FreeStock[]): Taken[] {
  const taken: Taken[] = [];
  let missing = quantity;
  for (const place of places) {
    if (!missing.isPositive()) break;
    const part = place.free.min(missing);
    if (!part.isPositive()) continue;
    const { productId, batchNo, binCode } = place;
    taken.push({ index, productId, batchNo, binCode, quantity: part });
    place.free = place.free.minus(part);
    missing = missing.minus(part);
  }
  return taken;
}

function placesByProduct(places: readonly FreeStock[]): Map<string, FreeStock[]> {
  const ordered = [...places].sort(
    (a, b) => compareText(a.batchNo, b.batchNo) || compareText(a.binCode, b.binCode),
  );
  const byProduct = new Map<string, FreeStock[]>();
  for (const place of ordered) {
    const list = byProduct.get(place.productId) ?? [];
    list.push({ ...place });
    byProduct.set(place.productId, list);
  }
  return byProduct;
}

const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

export type StockFigures = {
  onHand: Quantity;
  reserved: Quantity;
  /** On hand less reserved less the unbound stock rows of other contracts; may be negative. */
  freeToPromise: Quantity;
};

export const NO_STOCK: StockFigures = {
  onHand: Quantity.zero,
  reserved: Quantity.zero,
  freeToPromise: Quantity.zero,
};

/** Is the product below what should always lie in the store? */
export function isBelowMinimum(onHand: Quantity, minStock: Quantity | null): boolean {
  return minStock !== null && onHand.isLessThan(minStock);
}

export type ActiveReservation = StockPlace & {
  id: string;
  sourceLineId: string;
  contractLineId: string;
  quantity: Quantity;
};

/** A part of what is reserved for a source line that ends: taken out of the store or set free. */
export type EndingPart = { sourceLineId: string; quantity: Quantity };

/** One piece of one reservation that ends for the part `index`. */
export type ReservationCut = StockPlace & {
  index: number;
  reservationId: string;
  quantity: Quantity;
};

/**
 * Cuts the parts out of the active reservations of their source lines, in the order given. Nothing is cut twice; a
 * part that is larger than what is left for its line is a shortage and cuts nothing.
 */
export function cutReservations(
  active: readonly ActiveReservation[],
  parts: readonly EndingPart[],
): { cuts: ReservationCut[]; shortages: { index: number; reserved: Quantity }[] } {
  const left = active.map((row) => ({ ...row }));
  const cuts: ReservationCut[] = [];
  const shortages: { index: number; reserved: Quantity }[] = [];
  for (const [index, part] of parts.entries()) {
    const mine = left.filter((row) => row.sourceLineId === part.sourceLineId);
    const reserved = Quantity.sum(mine.map(({ quantity }) => quantity));
    if (reserved.isLessThan(part.quantity)) {
      shortages.push({ index, reserved });
      continue;
    }
    let missing = part.quantity;
    for (const row of mine) {
      const quantity = row.quantity.min(missing);
      if (!quantity.isPositive()) continue;
      const { productId, batchNo, binCode } = row;
      cuts.push({ index, reservationId: row.id, productId, batchNo, binCode, quantity });
      row.quantity = row.quantity.minus(quantity);
      missing = missing.minus(quantity);
    }
  }
  return { cuts, shortages };
}

/** A notice line that takes over what is bound to its contract line. */
export type TakeOverWish = { contractLineId: string; sourceLineId: string; quantity: Quantity };

/** What happens to one reservation: it moves whole to a line, or stays smaller with parts of it beside. */
export type TakeOverMove = {
  id: string;
  /** The quantity that the row keeps; all of it where it moves whole. */
  stays: Quantity;
  wholeTo: string | null;
  parts: { to: string; quantity: Quantity }[];
};

/** Serves the wishes in order from the reservations of their contract lines; `taken` by source line. Nothing moves twice. */
export function planTakeOver(
  own: readonly ActiveReservation[],
  wishes: readonly TakeOverWish[],
): { moves: TakeOverMove[]; taken: Map<string, Quantity> } {
  const rows = own.map((row) => ({
    ...row,
    left: row.quantity,
    parts: [] as TakeOverMove["parts"],
  }));
  const taken = new Map<string, Quantity>();
  for (const { contractLineId, sourceLineId, quantity } of wishes) {
    let missing = quantity;
    for (const row of rows) {
      const part = row.left.min(missing);
      if (row.contractLineId !== contractLineId || !part.isPositive()) continue;
      row.parts.push({ to: sourceLineId, quantity: part });
      row.left = row.left.minus(part);
      missing = missing.minus(part);
    }
    if (missing.isLessThan(quantity)) taken.set(sourceLineId, quantity.minus(missing));
  }
  const moves = rows
    .filter(({ parts }) => parts.length > 0)
    .map(({ id, left, parts }): TakeOverMove => {
      const last = left.isZero() ? parts.at(-1) : undefined;
      return {
        id,
        stays: last ? last.quantity : left,
        wholeTo: last ? last.to : null,
        parts: last ? parts.slice(0, -1) : parts,
      };
    });
  return { moves, taken };
}
