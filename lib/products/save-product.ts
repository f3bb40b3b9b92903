import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { calendarDate, fromDbDate, toDbDate } from "@/lib/core/calendar-date";
import { DomainError } from "@/lib/core/domain-error";
import { fieldChanges } from "@/lib/core/field-changes";
import { Quantity } from "@/lib/core/quantity";
import { UnitPrice } from "@/lib/core/unit-price";
import { recordAudit } from "@/lib/server/audit";
import { clock } from "@/lib/server/clock";
import type { Tx } from "@/lib/server/db";
import { type IdempotencyKey, transactOnce } from "@/lib/server/idempotency";
import { newId } from "@/lib/server/ids";
import { requirePermission } from "@/lib/server/require-permission";
import { buildSearchText } from "@/lib/server/search-text";
import { drawCode } from "@/lib/server/sequence";
import { listUnits } from "@/lib/settings/queries";
import { type ReservedFields, reservedDefaults, reservedRefusal, reservedRights } from "./policy";
import type { SaveProductInput } from "./schema";

export type SavedProduct = { id: string; productCode: string };

/**
 * Puts a product on the list, or changes it (conventions 4.13). Price and tool are the section chief's, standard
 * and specialist also the technicians'. Throws `common.changed_meanwhile`, `products.*_reserved`,
 * `products.same_product_is`, `products.unit_unknown`.
 */
export function saveProduct(
  actor: Actor,
  input: SaveProductInput,
  key: IdempotencyKey,
): Promise<SavedProduct> {
  requirePermission(actor, "product:edit");
  return transactOnce({ key, actor, action: "save_product", input }, async (tx) => {
    await assertUnits(tx, input);
    await assertOnlyOne(tx, input);
    return input.id === null || input.rowVersion === null
      ? addProduct(tx, actor, input)
      : changeProduct(tx, actor, { ...input, id: input.id, rowVersion: input.rowVersion });
  });
}

async function addProduct(tx: Tx, actor: Actor, input: SaveProductInput): Promise<SavedProduct> {
  const reserved = askedReserved(input);
  assertReserved(actor, reservedDefaults(input.category), reserved);
  const id = newId();
  const productCode = await drawCode(tx, "XD-");
  await tx.product.create({
    data: {
      id,
      productCode,
      ...productFields(input),
      searchText: productSearchText({ ...input, productCode }),
      createdById: actor.id,
      createdAt: clock.now(),
    },
    select: { id: true },
  });
  await writePacks(tx, id, input);
  await recordAudit(tx, actor, {
    type: "product.created",
    subjectType: "product",
    subjectId: id,
    details: { productCode, name: input.name, spec: input.spec },
  });
  return { id, productCode };
}

async function changeProduct(
  tx: Tx,
  actor: Actor,
  input: SaveProductInput & { id: string; rowVersion: number },
): Promise<SavedProduct> {
  const before = await tx.product.findUnique({ where: { id: input.id }, include: { packs: true } });
  if (!before) throw new DomainError("common.not_found");
  const standing: ReservedFields = {
    listPrice: UnitPrice.of(before.listPrice).toString(),
    isTool: before.isTool,
    isStandard: before.isStandard,
    firstProducedOn: before.firstProducedOn ? fromDbDate(before.firstProducedOn) : null,
    specialistId: before.specialistId,
  };
  assertReserved(actor, standing, askedReserved(input));
  const fields = productFields(input);
  const { count } = await tx.product.updateMany({
    where: { id: input.id, rowVersion: input.rowVersion },
    data: {
      ...fields,
      searchText: productSearchText({ ...input, productCode: before.productCode }),
      updatedAt: clock.now(),
      rowVersion: { increment: 1 },
    },
  });
  if (count === 0) throw new DomainError("common.changed_meanwhile");
  await writePacks(tx, input.id, input);
  await recordAudit(tx, actor, {
    type: "product.changed",
    subjectType: "product",
    subjectId: input.id,
    details: fieldChanges(comparable(before), comparable(fields)),
  });
  return { id: input.id, productCode: before.productCode };
}

function askedReserved(input: SaveProductInput): ReservedFields {
  const { isTool, isStandard, firstProducedOn, specialistId } = input;
  return {
    listPrice: input.listPrice === "" ? "0" : input.listPrice,
    isTool,
    isStandard,
    firstProducedOn,
    specialistId,
  };
}

function assertReserved(actor: Actor, before: ReservedFields, asked: ReservedFields): void {
  const refusal = reservedRefusal(before, asked, reservedRights(actor));
  if (refusal) throw new DomainError(refusal.code, undefined, [refusal]);
}

/** Units come from the list; a pack of a counted thing holds a whole number of them. */
async function assertUnits(tx: Tx, product: SaveProductInput): Promise<void> {
  const { unit, packs } = product;
  const units = new Map(
    (await listUnits(tx, { activeOnly: product.id === null })).map((row) => [row.name, row]),
  );
  const base = units.get(unit);
  if (!base) refuse("unit", "products.unit_unknown", { unit });
  packs.forEach((pack, index) => {
    if (!units.has(pack.unit))
      refuse(`packs.${index}.unit`, "products.unit_unknown", { unit: pack.unit });
    if (!base?.allowFraction && !Quantity.of(pack.factor).isWhole()) {
      refuse(`packs.${index}.factor`, "products.factor_not_whole", { unit });
    }
  });
}

function refuse(path: string, code: string, details: Record<string, string>): never {
  throw new DomainError(code, details, [{ path, code, details }]);
}

async function assertOnlyOne(tx: Tx, input: SaveProductInput): Promise<void> {
  const { name, spec, drawingNo, material, coating, accuracyGrade } = input;
  const other = await tx.product.findFirst({
    where: {
      name,
      spec,
      drawingNo,
      material,
      coating,
      accuracyGrade,
      ...(input.id === null ? {} : { id: { not: input.id } }),
    },
    select: { productCode: true, active: true },
  });
  if (!other) return;
  refuse("spec", other.active ? "products.same_product_is" : "products.same_product_rests", {
    code: other.productCode,
  });
}

async function writePacks(tx: Tx, productId: string, { packs }: SaveProductInput): Promise<void> {
  await tx.productPack.deleteMany({ where: { productId } });
  await tx.productPack.createMany({ data: packs.map((pack) => ({ ...pack, productId })) });
}

function productFields(input: SaveProductInput) {
  const { id: _id, rowVersion: _rowVersion, packs: _packs, ...fields } = input;
  return {
    ...fields,
    listPrice: fields.listPrice === "" ? "0" : fields.listPrice,
    minStock: fields.minStock === "" ? null : fields.minStock,
    maxStock: fields.maxStock === "" ? null : fields.maxStock,
    leadTimeDays: fields.leadTimeDays === "" ? null : Number.parseInt(fields.leadTimeDays, 10),
    firstProducedOn:
      fields.firstProducedOn === null ? null : toDbDate(calendarDate(fields.firstProducedOn)),
  };
}

/** Decimals and dates as one spelling, so that only real changes are told. */
function comparable(product: Record<string, unknown>): Record<string, string | null> {
  return Object.fromEntries(
    Object.entries(product).map(([field, value]) => [field, comparableText(field, value)]),
  );
}

function comparableText(field: string, value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (field === "listPrice") return UnitPrice.of(String(value)).toString();
  if (field === "minStock" || field === "maxStock") return Quantity.of(String(value)).toString();
  return String(value);
}

type Searchable = Pick<
  SaveProductInput,
  "name" | "spec" | "drawingNo" | "material" | "coating" | "brand"
> & { productCode: string };

function productSearchText(product: Searchable): string {
  return buildSearchText({
    codes: [product.productCode, product.drawingNo],
    names: [product.name],
    others: [product.spec, product.material, product.coating, product.brand],
  });
}
