/** Types of statistics.mjs for the TypeScript that uses it. */
export function median(values: readonly number[]): number;
