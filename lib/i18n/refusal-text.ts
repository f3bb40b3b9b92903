import { formatMoney } from "./format";

/** The part of a translator that sentences need; both `useTranslations()` and `getTranslations()` fit. */
export type AnyTranslator = {
  (key: never, values?: never): string;
  has: (key: never) => boolean;
};

type LooseTranslator = {
  (key: string, values?: Record<string, string>): string;
  has: (key: string) => boolean;
};

const REFUSAL_CODE = /^[a-z][a-z0-9_]*(\.[a-z0-9_]+)+$/;
const PLAIN_CODE = /^[a-z][a-z0-9_]*$/;
/** A detail that names columns or fields: message keys of their words, such as `labels:contracts.tier,contracts.total`. */
const LABELS = "labels:";
const AMOUNT = /^-?\d{4,}\.\d{2}$/;

/** `contracts.number_taken` is a refusal code; a sentence of some library is not. */
function isRefusalCode(text: string | undefined): text is string {
  return text !== undefined && REFUSAL_CODE.test(text);
}

/** Message key of a refusal: `<domain>.refusals.<reason>`; codes without a domain belong to `common`. */
function refusalKey(code: string): string {
  const dot = code.indexOf(".");
  if (dot < 0) return `common.refusals.${code}`;
  return `${code.slice(0, dot)}.refusals.${code.slice(dot + 1)}`;
}

/** Where the sentence of a code may stand: its domain, the common ones of the same reason, zod's own. */
export function refusalKeys(code: string): string[] {
  const reason = code.slice(code.indexOf(".") + 1);
  return [refusalKey(code), `common.refusals.${reason}`, issueKey(code)];
}

/** Zod's own checks: `too_big`, or `common.too_big` when they come back from the server. */
function issueKey(code: string): string {
  return `common.issues.${code.replace(/^common\./, "")}`;
}

/**
 * The sentence for a refusal code, with its details filled in. An unknown code, or one whose details are
 * missing, gives the general sentence with the code in it, so that it can be copied to the administrator.
 */
export function refusalText(
  t: AnyTranslator,
  code: string,
  details: Record<string, string> = {},
): string {
  const translate = t as unknown as LooseTranslator;
  const general = () => translate("common.refusals.unknown", { code });
  if (!REFUSAL_CODE.test(code) && !PLAIN_CODE.test(code)) return general();
  const key = refusalKeys(code).find((name) => translate.has(name));
  if (!key) return general();
  const text = translate(key, readable(translate, details));
  // next-intl answers with the key itself when an argument is missing.
  return text === key ? general() : text;
}

/**
 * The sentence under a field. Our own checks carry a refusal code as message; the rest is known by zod's issue code.
 */
export function issueText(
  t: AnyTranslator,
  issue: {
    code?: string | undefined;
    message?: string | undefined;
    details?: Record<string, string>;
  },
): string {
  if (isRefusalCode(issue.message)) return refusalText(t, issue.message, issue.details);
  const code = issue.code ?? "";
  const translate = t as unknown as LooseTranslator;
  if (isRefusalCode(code) || translate.has(`common.refusals.${code}`)) {
    return refusalText(t, code, issue.details);
  }
  const key = issueKey(code);
  return translate.has(key) ? translate(key) : translate("common.issues.other");
}

/** A detail of words that every reader gets in the own language; `keys` are message keys. */
export function labelsDetail(keys: readonly string[]): string {
  return `${LABELS}${keys.join(",")}`;
}

function readable(
  translate: LooseTranslator,
  details: Record<string, string>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(details).map(([name, value]) => [name, readableDetail(translate, value)]),
  );
}

function readableDetail(translate: LooseTranslator, value: string): string {
  if (value.startsWith(LABELS)) {
    const keys = value.slice(LABELS.length).split(",");
    return keys.map((key) => translate(key)).join(translate("common.list_comma"));
  }
  return AMOUNT.test(value) ? formatMoney(value) : value;
}
