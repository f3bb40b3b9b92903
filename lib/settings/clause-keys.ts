/** Clauses 二 to 十三 of the formal contract (F03) in the order in which they are printed. */
export const CLAUSE_KEYS = [
  "qualityClause",
  "deliveryPlaceClause",
  "transportClause",
  "lossClause",
  "packingClause",
  "inspectionClause",
  "sparesClause",
  "settlementClause",
  "guaranteeClause",
  "breachClause",
  "disputeClause",
  "otherClause",
] as const;

export type ClauseKey = (typeof CLAUSE_KEYS)[number];
