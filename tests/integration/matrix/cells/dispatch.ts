import type { DocumentMatrix } from "../harness";
import { FETCHED, OWN_CAR, PACKING } from "./packing";
import { SHIPPING_LOG } from "./shipping-log";
import { WAYBILLS } from "./waybills";

export const DISPATCH: readonly DocumentMatrix[] = [
  PACKING,
  FETCHED,
  OWN_CAR,
  WAYBILLS,
  SHIPPING_LOG,
];
