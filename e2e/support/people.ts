import { type Browser, type BrowserContext, expect, type Page } from "@playwright/test";

export type DemoUser =
  | "clerk"
  | "clerk2"
  | "sales"
  | "chief"
  | "director"
  | "keeper"
  | "finance"
  | "production"
  | "technical"
  | "quality"
  | "purchasing"
  | "admin";

/** Types user name and password into the sign-in page and waits for the home page. */
export async function signIn(page: Page, user: DemoUser): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("用户名").fill(user);
  await page.getByLabel("密码", { exact: true }).fill(process.env.E2E_PASSWORD ?? "");
  await page.keyboard.press("Enter");
  await expect(page).not.toHaveURL(/sign-in/);
}

/** A window of this person's own, signed in. */
export async function windowOf(
  browser: Browser,
  user: DemoUser,
  options: Parameters<Browser["newContext"]>[0] = {},
): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  await signIn(page, user);
  return { context, page };
}
