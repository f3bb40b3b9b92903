import type { DocumentMatrix } from "../harness";
import { NOTICES } from "./notices";
import { REVERSALS, SLIPS } from "./slips";

export const SHIPPING: readonly DocumentMatrix[] = [NOTICES, SLIPS, REVERSALS];
