/** Types of migrate.mjs for the TypeScript that uses it. */
export function migrate(connectionString: string): Promise<string[]>;
