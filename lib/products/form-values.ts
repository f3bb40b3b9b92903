import type { ProductView } from "./queries";
import type { ProductCategory, ProductFormValues } from "./schema";

/** The form of a new product; `name` is what somebody typed where the product was not found. */
export function newProductValues(name: string): ProductFormValues {
  return {
    id: null,
    rowVersion: null,
    name,
    category: "MILL",
    spec: "",
    drawingNo: "",
    drawingRev: "",
    material: "",
    coating: "",
    accuracyGrade: "",
    shank: "",
    brand: "",
    unit: "支",
    packs: [],
    isStandard: true,
    firstProducedOn: null,
    isTool: false,
    qualityStandard: "",
    listPrice: "",
    minStock: "",
    maxStock: "",
    leadTimeDays: "",
    specialistId: null,
    remark: "",
  };
}

/** The form of a product as it stands. */
export function productValues(product: ProductView): ProductFormValues {
  return {
    id: product.id,
    rowVersion: product.rowVersion,
    name: product.name,
    category: product.category as ProductCategory,
    spec: product.spec,
    drawingNo: product.drawingNo,
    drawingRev: product.drawingRev,
    material: product.material,
    coating: product.coating,
    accuracyGrade: product.accuracyGrade,
    shank: product.shank,
    brand: product.brand,
    unit: product.unit,
    packs: product.packs,
    isStandard: product.isStandard,
    firstProducedOn: product.firstProducedOn,
    isTool: product.isTool,
    qualityStandard: product.qualityStandard,
    listPrice: product.listPrice ?? "",
    minStock: product.minStock ?? "",
    maxStock: product.maxStock ?? "",
    leadTimeDays: product.leadTimeDays === null ? "" : String(product.leadTimeDays),
    specialistId: product.specialistId,
    remark: product.remark,
  };
}
