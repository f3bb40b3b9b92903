/** Amounts in Chinese capitals as papers show them (conventions 4.3). */
import { type DecimalLike, Money } from "@/lib/core/money";

const DIGITS = "零壹贰叁肆伍陆柒捌玖";
const PLACES = ["仟", "佰", "拾", ""];
const SECTIONS = ["亿", "万", ""];
const LIMIT = Money.of("1000000000000");

/**
 * 6007.14 -> 陆仟零柒元壹角肆分, without the prefix 人民币.
 * Throws RangeError when the amount is not below 10^12.
 */
export function amountInWords(amount: DecimalLike): string {
  const money = Money.of(amount);
  if (!money.abs().isLessThan(LIMIT)) throw new RangeError(`too large for words: ${money}`);
  const [whole = "0", cents = "00"] = money.abs().toString().split(".");
  return (
    (money.isNegative() ? "负" : "") + yuanAndCents(whole, digitAt(cents, 0), digitAt(cents, 1))
  );
}

function yuanAndCents(whole: string, jiao: number, fen: number): string {
  const yuan = wholeInWords(whole);
  if (jiao === 0 && fen === 0) return `${yuan || "零"}元整`;
  const fraction = (jiao ? `${DIGITS[jiao]}角` : "") + (fen ? `${DIGITS[fen]}分` : "整");
  if (yuan === "") return fraction; // below one yuan nothing is said of yuan
  const gap = jiao === 0 || whole.endsWith("0") ? "零" : "";
  return `${yuan}元${gap}${fraction}`;
}

/** Sections of four digits; one 零 where the lower section is short or one between is empty. */
function wholeInWords(whole: string): string {
  const padded = whole.padStart(12, "0");
  let words = "";
  let isSectionSkipped = false;
  for (const [index, unit] of SECTIONS.entries()) {
    const section = padded.slice(index * 4, index * 4 + 4);
    if (section === "0000") {
      isSectionSkipped = true;
      continue;
    }
    const gap = words !== "" && (isSectionSkipped || section.startsWith("0")) ? "零" : "";
    words += gap + sectionInWords(section) + unit;
    isSectionSkipped = false;
  }
  return words;
}

function sectionInWords(section: string): string {
  let words = "";
  let isZeroPending = false;
  for (const [index, place] of PLACES.entries()) {
    const digit = digitAt(section, index);
    if (digit === 0) {
      isZeroPending = words !== "";
      continue;
    }
    words += (isZeroPending ? "零" : "") + DIGITS[digit] + place;
    isZeroPending = false;
  }
  return words;
}

function digitAt(text: string, index: number): number {
  return DIGIT_CHARACTERS.indexOf(text.charAt(index));
}

const DIGIT_CHARACTERS = "0123456789";
