/** VAT rates that can be chosen, as text; the first is the usual one (conventions 4.2). */
export const TAX_RATES = ["0.13", "0.09", "0.06", "0.03", "0.01", "0"] as const;
