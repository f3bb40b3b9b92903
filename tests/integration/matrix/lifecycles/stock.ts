import { inboundLifecycle } from "@/lib/stock/lifecycle";
import { KEEPER } from "../roles";
import { as, type Cells, type LifecycleCase } from "./case";

const CELLS: Cells = {
  edit: { from: "DRAFT", to: "DRAFT", roles: KEEPER },
  post: { from: "DRAFT", to: "POSTED", roles: KEEPER },
  cancel: { from: "DRAFT", to: "CANCELLED", roles: KEEPER },
};

export const INBOUND_CASE: LifecycleCase = {
  lifecycle: as(inboundLifecycle),
  statuses: ["DRAFT", "POSTED", "CANCELLED", "REVERSED"],
  cells: CELLS,
  facts: { lineCount: 1 },
  guards: { no_lines: { facts: { lineCount: 0 }, stops: ["post"] } },
};
