"use server";
import { decideStandard, setProductActive } from "@/lib/products/decide-standard";
import { saveProduct } from "@/lib/products/save-product";
import {
  decideStandardInput,
  saveProductInput,
  setProductActiveInput,
} from "@/lib/products/schema";
import { defineAction } from "@/lib/server/define-action";

export const saveProductAction = defineAction({
  permission: "product:edit",
  input: saveProductInput,
  run: saveProduct,
});

export const setProductActiveAction = defineAction({
  permission: "product:edit",
  input: setProductActiveInput,
  run: setProductActive,
});

export const decideStandardAction = defineAction({
  permission: "product:standard",
  input: decideStandardInput,
  run: decideStandard,
});
