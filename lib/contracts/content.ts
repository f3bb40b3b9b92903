/** The business content of a contract: what is signed, hashed, and compared between submissions. */

export type ContentLine = {
  /** In the contents of a change: the contract's line that it keeps. */
  contractLineId?: string;
  lineNo: number;
  lineKind: string;
  productId: string | null;
  productName: string;
  spec: string;
  drawingNo: string;
  material: string;
  coating: string;
  accuracyGrade: string;
  brand: string;
  unit: string;
  quantity: string;
  packUnit: string | null;
  packQuantity: string | null;
  unitPrice: string;
  amount: string;
  deliveryOn: string | null;
  supplyType: string | null;
  qtyFromStock: string;
  qtyToProduce: string;
  lineRemark: string;
};

export type ContractContent = {
  head: Record<string, string | null>;
  clauses: Record<string, string>;
  instalments: { kind: string; name: string; percent: string; dueDays: number | null }[];
  lines: ContentLine[];
};

/** What a database row must have to give content; amounts and dates already as text. */
export type ContentSource = {
  head: Record<string, string | number | boolean | null>;
  clauses: Record<string, string>;
  instalments: ContractContent["instalments"];
  lines: ContentLine[];
};

export function contractContent(source: ContentSource): ContractContent {
  const head = Object.fromEntries(
    Object.entries(source.head).map(([key, value]) => [key, value === null ? null : String(value)]),
  );
  return { head, clauses: source.clauses, instalments: source.instalments, lines: source.lines };
}
