import type { SignatureBox, SignaturesBlock } from "./document-model";
import { BLOCK_GAP, heavyLine, LABEL, PAD } from "./grid";
import { lineHeight, type TextStyle } from "./measure";
import { FRAME_LINE, HAIRLINE, INK, type Sheet, STAMP } from "./sheet";

const NAME: TextStyle = { size: 11, weight: "bold" };
const SMALL: TextStyle = { size: 8, weight: "regular" };
const MOST_PER_ROW = 5;
const LEAST_HEIGHT = 58;
const DASH = "—";

/** The boxes in which the paper is signed, never split over pages; a step that was not needed shows a dash. */
export function drawSignatures(sheet: Sheet, block: SignaturesBlock): void {
  const rows = evenRows(block.boxes);
  const heights = rows.map((boxes) => rowHeightOf(sheet, boxes));
  sheet.keep(heights.reduce((total, height) => total + height, BLOCK_GAP));
  heavyLine(sheet);
  rows.forEach((boxes, index) => {
    drawBoxes(sheet, boxes, heights[index] ?? LEAST_HEIGHT);
  });
  heavyLine(sheet);
  if (block.stamp) drawStamp(sheet, block.stamp, rows.at(-1)?.length ?? 1, heights.at(-1) ?? 0);
  sheet.y += BLOCK_GAP;
}

/** Over the last box, reaching beyond it where it is larger. */
function drawStamp(sheet: Sheet, stamp: Uint8Array, boxes: number, height: number): void {
  const width = sheet.width / boxes;
  const centre = { x: sheet.left + sheet.width - width / 2, y: sheet.y - height / 2 };
  const place = {
    x: Math.min(centre.x - STAMP.side / 2, sheet.left + sheet.width - STAMP.side),
    y: Math.min(centre.y - STAMP.side / 2, sheet.bottom - STAMP.side),
  };
  sheet.picture(stamp, { ...place, width: STAMP.side, height: STAMP.side }, STAMP.opacity);
}

function evenRows(boxes: readonly SignatureBox[]): SignatureBox[][] {
  const rowCount = Math.ceil(boxes.length / MOST_PER_ROW);
  const perRow = Math.ceil(boxes.length / rowCount);
  return Array.from({ length: rowCount }, (_, row) =>
    boxes.slice(row * perRow, (row + 1) * perRow),
  );
}

function drawBoxes(sheet: Sheet, boxes: readonly SignatureBox[], height: number): void {
  const width = sheet.width / boxes.length;
  boxes.forEach((box, index) => {
    const x = sheet.left + index * width;
    drawBox(sheet, box, x, width, height);
    sheet.rule(x, sheet.y, x, sheet.y + height, index === 0 ? FRAME_LINE : HAIRLINE);
  });
  const right = sheet.left + sheet.width;
  sheet.rule(right, sheet.y, right, sheet.y + height, FRAME_LINE);
  sheet.y += height;
  sheet.rule(sheet.left, sheet.y, right, sheet.y);
}

function drawBox(sheet: Sheet, box: SignatureBox, x: number, width: number, height: number): void {
  const inner = { x: x + PAD.x, width: width - 2 * PAD.x };
  const labels = sheet.type.lines(box.label, inner.width, LABEL);
  const below = sheet.lines(labels, { ...inner, y: sheet.y + PAD.y, color: INK.label }, LABEL);
  const free = { ...inner, align: "center" as const };
  if (box.state === "notNeeded") {
    sheet.line(DASH, { ...free, y: sheet.y + (height - lineHeight(NAME)) / 2 + 4 }, NAME);
    return;
  }
  if (box.state === "open") return;
  const name = sheet.type.printable(box.name ?? "");
  const nameStyle = sheet.type.fitted(name, inner.width, NAME, 8);
  let y = sheet.y + PAD.y + below + 1;
  y += sheet.lines([name], { ...free, y }, nameStyle);
  sheet.lines(detailLines(sheet, box, inner.width), { ...free, y }, SMALL);
  if (box.signedAt) {
    const at = sheet.y + height - lineHeight(SMALL) - PAD.y;
    sheet.line(box.signedAt, { ...free, y: at, color: INK.label }, SMALL);
  }
}

function detailLines(sheet: Sheet, box: SignatureBox, width: number): string[] {
  return [box.onBehalfOf, box.decision, box.comment]
    .filter((text) => text !== undefined && text !== "")
    .flatMap((text) => sheet.type.lines(text ?? "", width, SMALL));
}

function rowHeightOf(sheet: Sheet, boxes: readonly SignatureBox[]): number {
  const width = sheet.width / boxes.length - 2 * PAD.x;
  const heights = boxes.map((box) => {
    const labels = sheet.type.lines(box.label, width, LABEL).length * lineHeight(LABEL);
    const details = detailLines(sheet, box, width).length * lineHeight(SMALL);
    return labels + lineHeight(NAME) + details + lineHeight(SMALL) + 2 * PAD.y + 4;
  });
  return Math.max(LEAST_HEIGHT, ...heights);
}
