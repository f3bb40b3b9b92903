import type { PaperFonts, Weight } from "./fonts";
import { printable } from "./printable";
import { wrapText } from "./wrap";

export type TextStyle = { size: number; weight: Weight };

/** Lines are this many times as high as their type: Chinese needs more air than Latin. */
const LEADING = 1.38;

/** Height of one line in points. */
export function lineHeight(style: TextStyle): number {
  return style.size * LEADING;
}

/** Measures and breaks text for one document, and remembers which characters the font lacked. */
export class Typesetter {
  readonly missing = new Set<string>();
  readonly #fonts: PaperFonts;

  constructor(fonts: PaperFonts) {
    this.#fonts = fonts;
  }

  printable(text: string): string {
    return printable(text, this.#fonts.regular.file, this.missing);
  }

  /** Width in points of text that has passed `printable`. */
  width(text: string, style: TextStyle): number {
    const { file } = this.#fonts[style.weight];
    let thousandths = 0;
    for (const character of text) thousandths += file.advance(character.codePointAt(0) ?? 0);
    return (thousandths * style.size) / 1000;
  }

  lines(text: string, width: number, style: TextStyle, indent = 0): string[] {
    const measure = (part: string) => this.width(part, style);
    return wrapText(this.printable(text), width, measure, indent);
  }

  /** The style with its size lowered (to no less than `least`) until the text fits on one line. */
  fitted(text: string, width: number, style: TextStyle, least: number): TextStyle {
    const full = this.width(this.printable(text), style);
    const size = full > width ? Math.max(least, (style.size * width) / full) : style.size;
    return { ...style, size };
  }
}
