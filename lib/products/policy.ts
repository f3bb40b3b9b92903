/** Who may decide what about a product (rules 5.9), and what a customer's price level is (Q33). */
import { type Actor, can } from "@/lib/auth/permissions";
import { UnitPrice } from "@/lib/core/unit-price";

/** The fields that are not everybody's. */
export type ReservedFields = {
  listPrice: string;
  isTool: boolean;
  isStandard: boolean;
  firstProducedOn: string | null;
  specialistId: string | null;
};

export type ReservedRights = { price: boolean; tool: boolean; standard: boolean };

/** Prices and tools are the section chief's; standard, first production and specialist also the technicians'. */
export function reservedRights(actor: Actor): ReservedRights {
  const price = can(actor, "product:price");
  return { price, tool: price, standard: can(actor, "product:standard") };
}

/** What a product is before anybody with the right has said otherwise. */
export function reservedDefaults(category: string): ReservedFields {
  return {
    listPrice: "0",
    isTool: category === "TOOL",
    isStandard: true,
    firstProducedOn: null,
    specialistId: null,
  };
}

/**
 * The reserved field that this person may not change as asked; null when all is allowed. Making a product
 * non-standard is the stricter way and open to every editor; back to standard is not.
 */
export function reservedRefusal(
  before: ReservedFields,
  asked: ReservedFields,
  rights: ReservedRights,
): { path: keyof ReservedFields; code: string } | null {
  if (!rights.price && !samePrice(before.listPrice, asked.listPrice)) {
    return { path: "listPrice", code: "products.price_reserved" };
  }
  if (!rights.tool && before.isTool !== asked.isTool) {
    return { path: "isTool", code: "products.tool_reserved" };
  }
  if (rights.standard) return null;
  if (!before.isStandard && asked.isStandard) {
    return { path: "isStandard", code: "products.standard_reserved" };
  }
  if (before.firstProducedOn !== asked.firstProducedOn) {
    return { path: "firstProducedOn", code: "products.standard_reserved" };
  }
  if (before.specialistId !== asked.specialistId) {
    return { path: "specialistId", code: "products.standard_reserved" };
  }
  return null;
}

function samePrice(before: string, asked: string): boolean {
  return UnitPrice.of(before === "" ? "0" : before).equals(
    UnitPrice.of(asked === "" ? "0" : asked),
  );
}

/** List price × the factor of the customer's category; null while there is no list price. */
export function levelPrice(listPrice: UnitPrice, factor: string): UnitPrice | null {
  return listPrice.isZero() ? null : listPrice.times(factor);
}
