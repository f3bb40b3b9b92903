/** Types of settings.mjs for the tests. */
export function readOrigins(
  host: string,
  port: number,
  env?: Record<string, string | undefined>,
): string[];
