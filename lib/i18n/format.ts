import type { Locale } from "./locale";

/**
 * The only place that turns money, quantities, rates and dates into what people read.
 * Decimals come as exact text (or as Money, Quantity, UnitPrice, whose text is exact) and never pass through a float.
 */
export type DecimalText = string | { toString(): string };

const DECIMAL = /^([+-]?)(\d+)(?:\.(\d+))?$/;

type DecimalParts = { negative: boolean; whole: string; fraction: string };

function partsOf(value: DecimalText): DecimalParts | null {
  const match = DECIMAL.exec(value.toString().trim());
  if (!match) return null;
  const [, sign = "", whole = "0", fraction = ""] = match;
  return { negative: sign === "-", whole: whole.replace(/^0+(?=\d)/, ""), fraction };
}

/** Half up on the text itself: 2.675 becomes 2.68. */
function roundTo({ negative, whole, fraction }: DecimalParts, digits: number): DecimalParts {
  if (fraction.length <= digits) {
    return { negative, whole, fraction: fraction.padEnd(digits, "0") };
  }
  const kept = BigInt(whole + fraction.slice(0, digits));
  const rounded = fraction.charAt(digits) >= "5" ? kept + 1n : kept;
  const text = rounded.toString().padStart(digits + 1, "0");
  const cut = text.length - digits;
  return { negative, whole: text.slice(0, cut), fraction: text.slice(cut) };
}

function assemble({ negative, whole, fraction }: DecimalParts, symbol = ""): string {
  const isZero = /^0*$/.test(whole + fraction);
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  const tail = fraction === "" ? "" : `.${fraction}`;
  return `${negative && !isZero ? "-" : ""}${symbol}${grouped}${tail}`;
}

/** 12345.6 (yuan) -> `12,345.60`; with `symbol` `¥12,345.60`. Text that is no decimal is returned as it is. */
export function formatMoney(amount: DecimalText, options: { symbol?: boolean } = {}): string {
  const parts = partsOf(amount);
  if (!parts) return amount.toString();
  return assemble(roundTo(parts, 2), options.symbol ? "¥" : "");
}

/** Unit price in yuan: two decimals at least, four at most. */
export function formatUnitPrice(price: DecimalText): string {
  const parts = partsOf(price);
  if (!parts) return price.toString();
  const { fraction, ...rest } = roundTo(parts, 4);
  return assemble({ ...rest, fraction: fraction.replace(/0{1,2}$/, "") });
}

/** Quantity with at most three decimals and no trailing zeros; `unit` is appended after a blank. */
export function formatQuantity(quantity: DecimalText, unit?: string): string {
  const parts = partsOf(quantity);
  if (!parts) return quantity.toString();
  const { fraction, ...rest } = roundTo(parts, 3);
  const text = assemble({ ...rest, fraction: fraction.replace(/0+$/, "") });
  return unit ? `${text} ${unit}` : text;
}

/** A rate such as 0.13 -> `13%`, 0.005 -> `0.5%`. */
export function formatRate(rate: DecimalText): string {
  const parts = partsOf(rate);
  if (!parts) return rate.toString();
  const digits = `${parts.whole}${parts.fraction.padEnd(2, "0")}`;
  const cut = parts.whole.length + 2;
  const whole = digits.slice(0, cut).replace(/^0+(?=\d)/, "");
  const fraction = digits.slice(cut).replace(/0+$/, "");
  return `${assemble({ negative: parts.negative, whole, fraction })}%`;
}

/** Whether the text is below zero; for the red figure and the word 欠. */
export function isNegativeText(amount: DecimalText): boolean {
  const parts = partsOf(amount);
  return parts?.negative === true && !/^0*$/.test(parts.whole + parts.fraction);
}

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** A business date: `2026-11-23`, in long form `2026年11月23日` or `23 Nov 2026`. */
export function formatDate(date: string, style: "short" | "long" = "short", locale: Locale = "zh") {
  const match = DATE.exec(date);
  if (!match || style === "short") return date;
  const [, year = "", month = "", day = ""] = match;
  if (locale === "zh") return `${year}年${stripZero(month)}月${stripZero(day)}日`;
  return `${stripZero(day)} ${englishMonth(month)} ${year}`;
}

/** A month `2026-11` or a date in it -> `2026年11月` or `Nov 2026`. */
export function formatMonth(month: string, locale: Locale = "zh"): string {
  const [year = "", number = ""] = month.split("-");
  if (locale === "zh") return `${year}年${stripZero(number)}月`;
  return `${englishMonth(number)} ${year}`;
}

/** `2026年第4季度` or `Q4 2026`. */
export function formatQuarter(year: number, quarter: number, locale: Locale = "zh"): string {
  return locale === "zh" ? `${year}年第${quarter}季度` : `Q${quarter} ${year}`;
}

const SHANGHAI_OFFSET_MS = 8 * 60 * 60 * 1000;

/** The day in Shanghai on which an instant falls, as `2026-11-23`. */
export function formatDayOfInstant(instant: Date | string): string {
  return shanghaiClock(instant).slice(0, 10);
}

/** An instant on the factory's clock: `2026-11-23 14:31`, with `seconds` `2026-11-23 14:31:05`. */
export function formatDateTime(
  instant: Date | string,
  options: { seconds?: boolean } = {},
): string {
  return shanghaiClock(instant)
    .slice(0, options.seconds ? 19 : 16)
    .replace("T", " ");
}

/** The clock time in Shanghai: `14:31`. */
export function formatTime(instant: Date | string): string {
  return shanghaiClock(instant).slice(11, 16);
}

/** Which near day a date is, seen from `today`; null when it is further away. */
export function nearDay(date: string, today: string): "yesterday" | "today" | "tomorrow" | null {
  const distance = dayNumber(date) - dayNumber(today);
  if (distance === 0) return "today";
  if (distance === -1) return "yesterday";
  if (distance === 1) return "tomorrow";
  return null;
}

/** Bytes in the unit a person would say: `820 B`, `1.4 MB`. */
export function formatFileSize(bytes: number): string {
  const units = ["B", "kB", "MB", "GB"];
  let size = bytes;
  let unit = 0;
  while (size >= 1000 && unit < units.length - 1) {
    size /= 1000;
    unit += 1;
  }
  return `${unit === 0 || size >= 100 ? size.toFixed(0) : size.toFixed(1)} ${units[unit]}`;
}

const ENGLISH_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

function englishMonth(month: string): string {
  return ENGLISH_MONTHS.find((_, index) => index + 1 === Number.parseInt(month, 10)) ?? month;
}

function stripZero(digits: string): string {
  return digits.replace(/^0(?=\d)/, "");
}

function dayNumber(date: string): number {
  return Math.round(Date.parse(`${date}T00:00:00Z`) / 86_400_000);
}

// Shanghai has been at +08:00 without summer time since 1992, long before any date kept here.
function shanghaiClock(instant: Date | string): string {
  const time = typeof instant === "string" ? Date.parse(instant) : instant.getTime();
  return new Date(time + SHANGHAI_OFFSET_MS).toISOString();
}
