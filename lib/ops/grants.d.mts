/** Types of grants.mjs for the tests. */
export function grantToApplication(ownerUrl: string, role: string): Promise<void>;
