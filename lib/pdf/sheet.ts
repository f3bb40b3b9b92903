import type { Align } from "./document-model";
import { lineHeight, type TextStyle, type Typesetter } from "./measure";

/** A4 in points, with the room that punching holes (left) and the copy's name (right) take. */
export const PAGE = { width: 595.28, height: 841.89 } as const;
export const MARGIN = { left: 43, right: 43, top: 34, bottom: 46 } as const;

export const INK = {
  text: "#000000",
  label: "#3c4048",
  line: "#30343a",
  faint: "#ebecef",
} as const;
export const HAIRLINE = 0.5;
export const FRAME_LINE = 0.9;
/** Side of the stamp, a little over 40 mm, and how much of the text under it shows through. */
export const STAMP = { side: 116, opacity: 0.85 } as const;

export type PdfDocument = PDFKit.PDFDocument;

export type TextPlace = {
  x: number;
  y: number;
  width: number;
  align?: Align;
  color?: string;
  spacing?: number;
};

/** The page being filled: a cursor that moves down, and the few strokes that blocks are made of. */
export class Sheet {
  y: number = MARGIN.top;
  readonly left: number = MARGIN.left;
  readonly width: number = PAGE.width - MARGIN.left - MARGIN.right;
  readonly bottom: number = PAGE.height - MARGIN.bottom;
  readonly pdf: PdfDocument;
  readonly type: Typesetter;
  readonly #onNewPage: (sheet: Sheet) => void;
  #bodyTop = 0;

  constructor(pdf: PdfDocument, type: Typesetter, onNewPage: (sheet: Sheet) => void) {
    this.pdf = pdf;
    this.type = type;
    this.#onNewPage = onNewPage;
  }

  /** Begins a page; `onNewPage` draws its head and leaves the cursor under it. */
  newPage(): void {
    this.pdf.addPage({ size: [PAGE.width, PAGE.height], margin: 0 });
    this.y = MARGIN.top;
    this.#onNewPage(this);
    this.#bodyTop = this.y;
  }

  get room(): number {
    return this.bottom - this.y;
  }

  /** Height between the head of a page and its foot. */
  get pageRoom(): number {
    return this.bottom - this.#bodyTop;
  }

  /** Goes to a new page when less than `height` is left and a new page would help. */
  keep(height: number): void {
    if (height > this.room && this.y > this.#bodyTop) this.newPage();
  }

  /** A picture as large as it fits into the box, in its middle; the file holds it once, however many copies show it. */
  picture(
    bytes: Uint8Array,
    box: { x: number; y: number; width: number; height: number },
    opacity = 1,
  ): void {
    // As a string the kit recognises a picture that it holds already.
    const source = `data:image;base64,${Buffer.from(bytes).toString("base64")}`;
    const fit: [number, number] = [box.width, box.height];
    this.pdf
      .save()
      .opacity(opacity)
      .image(source, box.x, box.y, { fit, align: "center", valign: "center" })
      .restore();
  }

  /** One line of text whose line box begins at `y`. The text must have passed `Typesetter.printable`. */
  line(text: string, place: TextPlace, style: TextStyle): void {
    if (text === "") return;
    const spacing = place.spacing ?? 0;
    const width = this.type.width(text, style) + spacing * ([...text].length - 1);
    const free = place.width - width;
    const shift = place.align === "right" ? free : place.align === "center" ? free / 2 : 0;
    const baseline = place.y + lineHeight(style) / 2 + style.size * 0.36;
    this.pdf
      .font(style.weight, style.size)
      .fillColor(place.color ?? INK.text)
      .text(text, place.x + shift, baseline, {
        lineBreak: false,
        baseline: "alphabetic",
        ...(spacing > 0 ? { characterSpacing: spacing } : {}),
      });
  }

  /** Lines one under the other; answers the height they took. */
  lines(lines: readonly string[], place: TextPlace, style: TextStyle): number {
    const step = lineHeight(style);
    lines.forEach((line, index) => {
      this.line(line, { ...place, y: place.y + index * step }, style);
    });
    return lines.length * step;
  }

  rule(x1: number, y1: number, x2: number, y2: number, thickness = HAIRLINE): void {
    // Square ends close the corners where two strokes meet.
    this.pdf
      .lineCap("square")
      .lineWidth(thickness)
      .strokeColor(INK.line)
      .moveTo(x1, y1)
      .lineTo(x2, y2)
      .stroke();
  }

  frame(x: number, y: number, width: number, height: number, thickness = FRAME_LINE): void {
    this.pdf.lineWidth(thickness).strokeColor(INK.line).rect(x, y, width, height).stroke();
  }

  /** An empty or ticked box of the given side, drawn because the font has no such sign. */
  tickBox(x: number, y: number, side: number, isTicked: boolean): void {
    this.frame(x, y, side, side, HAIRLINE + 0.2);
    if (!isTicked) return;
    this.pdf
      .lineWidth(1.2)
      .strokeColor(INK.text)
      .moveTo(x + side * 0.18, y + side * 0.52)
      .lineTo(x + side * 0.42, y + side * 0.78)
      .lineTo(x + side * 0.86, y + side * 0.2)
      .stroke();
  }
}
