import { code128 } from "./barcode";
import type { DocumentModel } from "./document-model";
import { lineHeight, type TextStyle } from "./measure";
import { FRAME_LINE, INK, MARGIN, PAGE, type Sheet } from "./sheet";

const COMPANY: TextStyle = { size: 13, weight: "bold" };
const CONTACT: TextStyle = { size: 8, weight: "regular" };
const TITLE: TextStyle = { size: 19, weight: "bold" };
const SUBTITLE: TextStyle = { size: 9, weight: "regular" };
const NUMBER: TextStyle = { size: 10.5, weight: "bold" };
const SMALL: TextStyle = { size: 8, weight: "regular" };
const MARK: TextStyle = { size: 9, weight: "bold" };
const WATERMARK: TextStyle = { size: 110, weight: "bold" };

const SIDE = 132;
const BARCODE_HEIGHT = 24;
const LOGO = 40;

/** Head of the first page: factory in the middle, print mark at the left, bar code and number at the right. */
export function drawFirstHead(sheet: Sheet, model: DocumentModel): void {
  const top = sheet.y;
  const middle = { x: sheet.left + SIDE, width: sheet.width - 2 * SIDE, align: "center" as const };
  const company = sheet.type.printable(model.head.name);
  let y = top;
  y += sheet.lines(
    [company],
    { ...middle, y },
    sheet.type.fitted(company, middle.width, COMPANY, 8),
  );
  for (const text of model.head.lines) {
    const lines = sheet.type.lines(text, middle.width, CONTACT);
    y += sheet.lines(lines, { ...middle, y, color: INK.label }, CONTACT);
  }
  y += 3;
  y += drawTitle(sheet, model, y);
  drawMarks(sheet, model, top);
  drawLogo(sheet, model, top);
  drawNumber(sheet, model, top);
  sheet.y = y + 6;
}

/** Head of every further page: one line, so that the page still says what it belongs to. */
export function drawFurtherHead(sheet: Sheet, model: DocumentModel): void {
  const style: TextStyle = { size: 9, weight: "bold" };
  const place = { x: sheet.left, y: sheet.y, width: sheet.width };
  const title = `${model.title}${model.words.continued}`;
  const half = { ...place, width: sheet.width * 0.42 };
  const company = sheet.type.printable(model.head.name);
  sheet.line(company, half, sheet.type.fitted(company, half.width, style, 6));
  sheet.line(sheet.type.printable(title), { ...place, align: "center" }, style);
  sheet.line(sheet.type.printable(model.number ?? ""), { ...place, align: "right" }, style);
  sheet.y += lineHeight(style) + 3;
  sheet.rule(sheet.left, sheet.y, sheet.left + sheet.width, sheet.y, FRAME_LINE);
  sheet.y += 6;
}

/** The word across the page, so faint that print stays readable; drawn first, under everything else. */
export function drawWatermark(sheet: Sheet, watermark: string | null): void {
  if (!watermark) return;
  const text = sheet.type.printable(watermark);
  const style = sheet.type.fitted(text, PAGE.width * 0.85, WATERMARK, 30);
  const centre = { x: PAGE.width / 2, y: PAGE.height / 2 };
  sheet.pdf.save().rotate(-35, { origin: [centre.x, centre.y] });
  const width = sheet.type.width(text, style);
  const y = centre.y - lineHeight(style) / 2;
  sheet.line(text, { x: centre.x - width / 2, y, width, color: INK.faint }, style);
  sheet.pdf.restore();
}

function drawTitle(sheet: Sheet, model: DocumentModel, y: number): number {
  const title = sheet.type.printable(model.title);
  // Short Chinese titles are traditionally spread out.
  const spacing = [...title].length <= 6 && /^\p{Script=Han}+$/u.test(title) ? 7 : 1;
  const width = sheet.width - 2 * SIDE;
  const style = sheet.type.fitted(title, width - spacing * [...title].length, TITLE, 12);
  const place = { x: sheet.left + SIDE, y, width, align: "center" as const };
  sheet.line(title, { ...place, spacing }, style);
  const height = lineHeight(style);
  if (!model.subtitle) return height;
  const lines = sheet.type.lines(model.subtitle, width, SUBTITLE);
  return height + sheet.lines(lines, { ...place, y: y + height, color: INK.label }, SUBTITLE);
}

function drawMarks(sheet: Sheet, model: DocumentModel, top: number): void {
  let y = top;
  if (model.watermark) {
    const text = sheet.type.printable(model.watermark);
    const width = sheet.type.width(text, MARK) + 14;
    sheet.frame(sheet.left, y, width, lineHeight(MARK) + 4);
    sheet.line(text, { x: sheet.left, y: y + 2, width, align: "center" }, MARK);
    y += lineHeight(MARK) + 8;
  }
  if (!model.printMark) return;
  const text = sheet.type.printable(model.printMark);
  sheet.line(text, { x: sheet.left, y, width: SIDE, color: INK.label }, SMALL);
}

/** Left of the factory's name. */
function drawLogo(sheet: Sheet, { head: { logo } }: DocumentModel, top: number): void {
  if (!logo) return;
  const x = sheet.left + SIDE - LOGO - 6;
  sheet.picture(logo, { x, y: top, width: LOGO, height: LOGO });
}

function drawNumber(sheet: Sheet, model: DocumentModel, top: number): void {
  if (!model.number) return;
  const right = PAGE.width - MARGIN.right;
  const { modules, bars } = code128(model.number);
  const module = Math.min(1, SIDE / modules);
  const x = right - modules * module;
  for (const bar of bars) {
    sheet.pdf.rect(x + bar.at * module, top, bar.width * module, BARCODE_HEIGHT);
  }
  sheet.pdf.fillColor(INK.text).fill();
  const place = {
    x: right - SIDE,
    y: top + BARCODE_HEIGHT + 2,
    width: SIDE,
    align: "right" as const,
  };
  const text = sheet.type.printable(`${model.words.number}：${model.number}`);
  sheet.line(text, place, sheet.type.fitted(text, SIDE, NUMBER, 7));
}
