import { type Browser, type Cookie, expect, type Page, type Response } from "@playwright/test";

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

/** Whoever opens a page in it waits until its script has taken over: a person is never faster than that. */
function patient(page: Page): Page {
  const { goto, reload } = page;
  page.goto = async (...where) => taken(page, await goto.apply(page, where));
  page.reload = async (...options) => taken(page, await reload.apply(page, options));
  return page;
}

async function taken(page: Page, response: Response | null): Promise<Response | null> {
  if (!response?.ok()) return response;
  await page.waitForFunction(() => {
    const content = document.querySelector("h1, form") ?? document.querySelector("main");
    return Object.keys(content ?? {}).some((key) => key.startsWith("__react"));
  });
  await page.evaluate(() => new Promise((done) => requestIdleCallback(done)));
  return response;
}

/** Types user name and password into the sign-in page and waits for the home page. */
export async function signIn(page: Page, user: DemoUser): Promise<void> {
  await patient(page).goto("/sign-in");
  await page.getByLabel("用户名").fill(user);
  await page.getByLabel("密码", { exact: true }).fill(process.env.E2E_PASSWORD ?? "");
  await page.keyboard.press("Enter");
  await expect(page).not.toHaveURL(/sign-in/);
}

/** What the browser keeps of whom; the journeys of one run share it. */
const signedIn = new Map<DemoUser, Cookie[]>();

/** Stands on the home page as this person: types the password the first time, and comes back as a browser does after. */
export async function arrive(page: Page, user: DemoUser): Promise<void> {
  const known = signedIn.get(user);
  if (!known) {
    await signIn(page, user);
    signedIn.set(user, await page.context().cookies());
    return;
  }
  await page.context().addCookies(known);
  await patient(page).goto("/");
  await expect(page).not.toHaveURL(/sign-in/);
}

type Windows = { at: (user: DemoUser) => Promise<Page>; close: () => Promise<void> };

/** A window for each person, signed in when first looked at: papers go from desk to desk. */
export function windowsOf(
  browser: Browser,
  options: Parameters<Browser["newContext"]>[0] = {},
): Windows {
  const pages = new Map<DemoUser, Page>();
  const open = async (user: DemoUser) => {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    pages.set(user, page);
    await arrive(page, user);
    return page;
  };
  return {
    at: async (user) => pages.get(user) ?? open(user),
    close: async () => {
      for (const page of pages.values()) await page.context().close();
    },
  };
}
