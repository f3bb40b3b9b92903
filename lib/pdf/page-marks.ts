import type { DocumentModel } from "./document-model";
import { lineHeight, type TextStyle } from "./measure";
import { HAIRLINE, INK, PAGE, type Sheet } from "./sheet";

const COPY: TextStyle = { size: 9, weight: "bold" };
const FOOT: TextStyle = { size: 7.5, weight: "regular" };

/** What is known only when the copy is complete: page x of y, the copy's name in the margin, the foot. */
export function drawPageMarks(
  sheet: Sheet,
  model: DocumentModel,
  copyName: string | null,
  page: number,
  pages: number,
): void {
  const y = sheet.bottom + 10;
  const place = { x: sheet.left, y: y + 3, width: sheet.width, color: INK.label };
  sheet.rule(sheet.left, y, sheet.left + sheet.width, y, HAIRLINE);
  sheet.line(sheet.type.printable(model.footer), place, FOOT);
  const count = model.words.pageOf
    .replace("{page}", page.toFixed(0))
    .replace("{pages}", pages.toFixed(0));
  sheet.line(sheet.type.printable(count), { ...place, align: "right" }, FOOT);
  if (copyName) drawCopyName(sheet, copyName);
}

/** One character under the other in the right margin, as on carbon forms. */
function drawCopyName(sheet: Sheet, name: string): void {
  const characters = [...sheet.type.printable(name)];
  const step = lineHeight(COPY);
  const x = sheet.left + sheet.width + 10;
  const top = PAGE.height / 2 - (characters.length * step) / 2 - 60;
  characters.forEach((character, index) => {
    sheet.line(character, { x, y: top + index * step, width: 14, align: "center" }, COPY);
  });
}
