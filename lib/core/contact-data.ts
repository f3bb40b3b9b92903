/** Telephone numbers, addresses and bank data as typed -> as stored; null when malformed (conventions 4.5, 4.6). */

const DASHES = /[‐-―−－]/g;
const EMAIL = /^[A-Za-z0-9._%+'-]+@([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,}$/;
const EMAIL_MAX = 254;

/** 11 digits; +86, 0086, blanks and hyphens are taken off. */
export function parseMobile(text: string): string | null {
  return matching(withoutCountryCode(compact(text)).replaceAll("-", ""), /^1[3-9]\d{9}$/);
}

/** "0411-84567890" or "0411-84567890-801"; 010 and 02x are three-digit area codes, others four. */
export function parseLandline(text: string): string | null {
  const plain = compact(text).replace(/转|ext\.?/i, "-");
  const abroad = /^(\+|00)86(?!-?0)/.test(plain);
  const local = (abroad ? "0" : "") + withoutCountryCode(plain).replace(/[()]+/g, "-");
  const parts = /^-?(010|02\d|0[3-9]\d{2})-?(\d{7,8})(?:-(\d{1,6}))?$/.exec(local);
  if (!parts) return null;
  return parts.slice(1).filter(Boolean).join("-");
}

/** "400-123-4567". */
export function parseHotline(text: string): string | null {
  const parts = /^([48]00)-?(\d{3})-?(\d{4})$/.exec(compact(text));
  return parts?.slice(1).join("-") ?? null;
}

/** Any telephone: mobile, landline or 400/800 number. */
export function parsePhone(text: string): string | null {
  return parseMobile(text) ?? parseLandline(text) ?? parseHotline(text);
}

export function parsePostalCode(text: string): string | null {
  return matching(compact(text), /^\d{6}$/);
}

export function parseEmail(text: string): string | null {
  const plain = text.normalize("NFKC").trim();
  return plain.length > EMAIL_MAX ? null : matching(plain, EMAIL);
}

export function parseQq(text: string): string | null {
  return matching(compact(text), /^[1-9]\d{4,11}$/);
}

/** Digits only, 8 to 32; company accounts carry no check digit. */
export function parseBankAccountNo(text: string): string | null {
  return matching(compact(text).replaceAll("-", ""), /^\d{8,32}$/);
}

/** The bank's clearing number (联行号), 12 digits. */
export function parseBankCode(text: string): string | null {
  return matching(compact(text).replaceAll("-", ""), /^\d{12}$/);
}

function compact(text: string): string {
  return text.normalize("NFKC").replace(DASHES, "-").replace(/\s/g, "");
}

function withoutCountryCode(plain: string): string {
  return plain.replace(/^(\+|00)86-?/, "");
}

function matching(text: string, shape: RegExp): string | null {
  return shape.test(text) ? text : null;
}
