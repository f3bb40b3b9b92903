import * as products from "@/lib/products/actions";
import { db } from "@/lib/server/db";
import { aProductForm, createProduct, createUnits } from "@/tests/factories/products";
import { REASON } from "../cast";
import type { Act, DocumentMatrix } from "../harness";
import { CLERK_OR_CHIEF } from "../roles";

const theProduct = (id: string) => db.product.findUniqueOrThrow({ where: { id } });

async function aProduct(active: boolean): Promise<string> {
  await createUnits();
  return (await createProduct({ active })).id;
}
async function seen(id: string) {
  return { id, rowVersion: (await theProduct(id)).rowVersion };
}
async function saved(id: string) {
  const { name, spec, unit } = await theProduct(id);
  const reserved = { listPrice: "50", firstProducedOn: "2024-01-05" };
  return aProductForm({ ...(await seen(id)), name, spec, unit, ...reserved });
}
const setActive = (active: boolean, from: string, to: string): Act => ({
  action: products.setProductActiveAction,
  permission: "product:edit",
  input: async (id) => ({ ...(await seen(id)), active, comment: REASON }),
  cells: { [from]: { by: CLERK_OR_CHIEF, to } },
  refusal: "common.changed_meanwhile",
});
const inBoth = (by: Act["cells"][string]["by"]): Act["cells"] => ({
  ACTIVE: { by, to: "ACTIVE" },
  INACTIVE: { by, to: "INACTIVE" },
});

const PRODUCT: DocumentMatrix = {
  name: "a product",
  statuses: ["ACTIVE", "INACTIVE"],
  make: { ACTIVE: () => aProduct(true), INACTIVE: () => aProduct(false) },
  statusOf: async (id) => ((await theProduct(id)).active ? "ACTIVE" : "INACTIVE"),
  acts: {
    save: {
      action: products.saveProductAction,
      permission: "product:edit",
      input: saved,
      cells: inBoth(CLERK_OR_CHIEF),
      refusal: {},
      again: true,
    },
    decide_standard: {
      action: products.decideStandardAction,
      permission: "product:standard",
      input: async (id) => ({
        ...(await seen(id)),
        isStandard: true,
        firstProducedOn: "2024-01-05",
        specialistId: null,
      }),
      cells: inBoth(["SECTION_CHIEF", "TECHNICAL"]),
      refusal: {},
      again: true,
    },
    take_off: setActive(false, "ACTIVE", "INACTIVE"),
    put_back: setActive(true, "INACTIVE", "ACTIVE"),
  },
};

export const PRODUCTS: readonly DocumentMatrix[] = [PRODUCT];
