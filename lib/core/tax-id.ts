/** Taxpayer ids: the unified social credit code (GB 32100-2015) and older forms (conventions 4.4). */

const ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const SHAPE = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/;
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const ORGANISATION_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];
const ORGANISATION_CHECKS = "0123456789X0"; // by 11 − S mod 11: 10 is X, 11 is 0
const LEGACY_SHAPE = /^[0-9A-Z]{15}$|^[0-9A-Z]{17,18}$|^[0-9A-Z]{20}$/;

/** As it is stored: half-width, upper case, without blanks and hyphens. */
export function normaliseUscc(text: string): string {
  return text.normalize("NFKC").replace(/[\s-]/g, "").toUpperCase();
}

/** Shape and check character of a normalised code. */
export function isValidUscc(code: string): boolean {
  if (!SHAPE.test(code)) return false;
  const check = (31 - (weightedSum(code, ALPHABET, WEIGHTS) % 31)) % 31;
  return code.charAt(17) === ALPHABET.charAt(check);
}

/** The organisation code inside a valid USCC carries its own check (GB 11714). Warn only. */
export function hasValidOrganisationCode(uscc: string): boolean {
  const organisation = uscc.slice(8, 17);
  const sum = weightedSum(organisation, ORGANISATION_ALPHABET, ORGANISATION_WEIGHTS);
  return organisation.charAt(8) === ORGANISATION_CHECKS.charAt(11 - (sum % 11));
}

/** A tax id of the years before the USCC, or of a foreign customer; normalised, 15, 17, 18 or 20 long. */
export function isLegacyTaxId(text: string): boolean {
  return LEGACY_SHAPE.test(text);
}

function weightedSum(code: string, alphabet: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, i) => sum + weight * alphabet.indexOf(code.charAt(i)), 0);
}
