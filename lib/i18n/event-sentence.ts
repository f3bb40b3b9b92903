import { MESSAGE_DOMAINS } from "./domains";
import { formatMoney } from "./format";
import type { AnyTranslator } from "./refusal-text";

type LooseTranslator = {
  (key: string, values?: Record<string, string | number>): string;
  has: (key: string) => boolean;
};

/** A row of the audit log: what happened, with its details as they were stored. */
export type LoggedEvent = { type: string; details: Record<string, unknown> };

const AMOUNT = /^-?\d+\.\d{2}$/;

/**
 * The sentence of an audit event: one with its details where `audit` has it, else the word for its kind of
 * `<domain>.audit`. `t` reads all namespaces. An unknown type is named as it is.
 */
export function eventSentence(t: AnyTranslator, { type, details }: LoggedEvent): string {
  const translate = t as unknown as LooseTranslator;
  const key = `audit.${type.replaceAll(".", "_")}`;
  if (!translate.has(key)) return kindWord(translate, type) ?? translate("audit.other", { type });
  // Words that were stored in both languages: the catalogue names the detail that its readers read.
  const what = details[translate("audit.stored_words")] || details.what;
  const text = translate(key, plainDetails({ ...details, what }));
  // next-intl answers with the key itself when an argument is missing.
  return text === key ? translate("audit.other", { type }) : text;
}

function kindWord(translate: LooseTranslator, type: string): string | null {
  const domain = MESSAGE_DOMAINS.find((name) => translate.has(`${name}.audit.${type}`));
  return domain ? translate(`${domain}.audit.${type}`) : null;
}

/** The words that somebody wrote when it happened. */
export function eventComment(details: Record<string, unknown>): string | null {
  const words = [details.reason, details.comment, details.exceptionReason].filter(
    (text): text is string => typeof text === "string" && text !== "",
  );
  return words.length > 0 ? words.join("；") : null;
}

/** Every argument that a sentence may ask for exists, empty where this event has no such detail. */
function plainDetails(details: Record<string, unknown>): Record<string, string | number> {
  const plain: Record<string, string | number> = { ...NO_DETAILS };
  for (const [name, value] of Object.entries(details)) {
    if (typeof value === "number") plain[name] = value;
    else if (typeof value === "string")
      plain[name] = AMOUNT.test(value) ? formatMoney(value) : value;
  }
  return plain;
}

const NO_DETAILS = {
  docNo: "",
  redSlipNo: "",
  name: "",
  contractNo: "",
  customerName: "",
  totalAmount: "",
  contractClass: "",
  fileName: "",
  kind: "",
  outcome: "",
  amount: "",
  customerCode: "",
  productCode: "",
  noticeNo: "",
  signedOn: "",
  how: "",
  into: "",
  from: "",
  duty: "",
  person: "",
  customer: "",
  key: "",
  what: "",
};
