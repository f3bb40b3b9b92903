/**
 * What can stand on a paper, as plain data. A view model builds it, `drawDocument` draws it;
 * every word arrives ready to print, so the kit knows neither a domain nor a language.
 */

export type Align = "left" | "center" | "right";

/** One labelled value of a form; `wide` takes the whole width. */
export type KeyValue = { label: string; value: string; wide?: boolean };

/** A bordered grid of labels and values, two pairs to a row unless told otherwise. */
export type KeyValuesBlock = {
  kind: "keyValues";
  caption?: string;
  pairs: readonly KeyValue[];
  pairsPerRow?: 2 | 3;
};

/** `width` in points is the least; what is left over goes to the columns by their `flex`. */
export type TableColumn = {
  label: string;
  width: number;
  flex?: number;
  align?: Align;
  kind?: "text" | "tick";
};

/** The text of a ticked cell in a column of kind "tick"; any other text leaves the box empty. */
export const TICKED = "ticked";

/** A row whose first `span` columns carry one label and whose other cells follow it. */
export type TotalRow = { label: string; span: number; cells: readonly string[] };

/** Amounts (exact decimals, one per row) that each page adds up when the table needs several pages. */
export type PageSubtotal = {
  label: string;
  span: number;
  sums: readonly { column: number; amounts: readonly string[] }[];
};

/** A row over the whole width, such as the amount in words with the figure at its right. */
export type FootRow = { left: string; right?: string };

export type TableBlock = {
  kind: "table";
  caption?: string;
  columns: readonly TableColumn[];
  rows: readonly (readonly string[])[];
  subtotal?: PageSubtotal;
  total?: TotalRow;
  footRows?: readonly FootRow[];
};

/** Paragraphs under an optional heading; `boxed` frames them. */
export type TextBlock = {
  kind: "text";
  heading?: string;
  paragraphs: readonly string[];
  boxed?: boolean;
};

/** Numbered clauses: the heading in bold, its text running on behind it. */
export type ClausesBlock = {
  kind: "clauses";
  clauses: readonly { heading: string; text: string }[];
};

/** Two lists of labelled values beside each other under a title each, never split over pages. */
export type PartiesBlock = {
  kind: "parties";
  left: Party;
  right: Party;
  /** Pressed over the left party. */
  stamp?: Uint8Array;
};

export type Party = { title: string; pairs: readonly KeyValue[] };

/** A row of boxes to tick. */
export type TicksBlock = {
  kind: "ticks";
  label: string;
  items: readonly { text: string; isTicked: boolean }[];
};

/** "open" leaves room to sign by hand, "notNeeded" prints a dash. */
export type SignatureBox = {
  label: string;
  state: "signed" | "open" | "notNeeded";
  name?: string;
  onBehalfOf?: string;
  decision?: string;
  comment?: string;
  signedAt?: string;
};

export type SignaturesBlock = {
  kind: "signatures";
  boxes: readonly SignatureBox[];
  /** Pressed over the last box. */
  stamp?: Uint8Array;
};

export type Block =
  | KeyValuesBlock
  | TableBlock
  | TextBlock
  | ClausesBlock
  | PartiesBlock
  | TicksBlock
  | SignaturesBlock;

/** One copy of the paper: its name in the margin and what stands on it. */
export type DocumentCopy = { name: string | null; blocks: readonly Block[] };

/** The words of the kit itself; `{...}` places are filled in while drawing. */
export type KitWords = {
  number: string;
  pageOf: string;
  continued: string;
  missingGlyphs: string;
};

export const CHINESE_KIT_WORDS: KitWords = {
  number: "编号",
  pageOf: "第 {page} 页 / 共 {pages} 页",
  continued: "（续）",
  missingGlyphs: "注：〓 代替字库中没有的字，请手写补上：{characters}",
};

export type DocumentModel = {
  /** Title of the file in the viewer's window. */
  fileTitle: string;
  language: string;
  head: { name: string; lines: readonly string[]; logo?: Uint8Array };
  title: string;
  subtitle?: string;
  /** Printed and coded as Code128; null until a number was drawn. */
  number: string | null;
  copies: readonly DocumentCopy[];
  watermark: string | null;
  /** For instance "第 2 次打印". */
  printMark: string | null;
  /** Left side of the foot of every page. */
  footer: string;
  /** Goes into the file's properties. */
  printedAt: Date;
  words: KitWords;
};
