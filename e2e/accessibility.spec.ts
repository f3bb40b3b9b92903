import AxeBuilder from "@axe-core/playwright";
import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { arrive, type DemoUser } from "./support/people";

const CLERK_PAGES = [
  "/",
  "/intake",
  "/intake/new",
  "/reviews",
  "/reviews/new",
  "/contracts",
  "/contracts/new?form=VERBAL",
  "/contracts/new?form=FORMAL",
  "/register",
  "/production/notices",
  "/production/register",
  "/preparation",
  "/walk-in",
  "/acknowledgements",
  "/shipping/due",
  "/shipping/notices",
  "/shipping/slips",
  "/shipping/packing",
  "/shipping/packing?view=waiting",
  "/shipping/waybills",
  "/shipping/log",
  "/shipping/follow-ups",
  "/stock",
  "/stock/reservations",
  "/stock/inbound",
  "/receipts",
  "/receipts/new",
  "/ledger",
  "/terms",
  "/terms/new",
  "/customers",
  "/customers/new",
  "/products",
  "/products/new",
  "/admin/duties",
  "/admin/delegations",
  "/account",
];
/** Lists of which the first document is opened too. */
const LISTS = [
  "/intake",
  "/reviews",
  "/contracts",
  "/production/notices",
  "/production/register",
  "/preparation",
  "/walk-in",
  "/shipping/notices",
  "/shipping/slips",
  "/shipping/packing",
  "/shipping/waybills",
  "/shipping/log",
  "/receipts",
  "/ledger",
  "/customers",
  "/products",
];
const OTHERS: [DemoUser, readonly string[]][] = [
  [
    "chief",
    [
      "/",
      "/approvals",
      "/admin/settings",
      "/admin/company",
      "/admin/permissions",
      "/admin/audit",
      "/admin/couriers",
      "/admin/units",
      "/admin/clauses",
    ],
  ],
  ["director", ["/", "/approvals"]],
  ["keeper", ["/", "/shipping/slips", "/stock/inbound/new"]],
  ["production", ["/", "/production/board"]],
  ["quality", ["/", "/reviews", "/production/receipts"]],
  ["finance", ["/", "/receipts/new"]],
  ["admin", ["/", "/admin/people", "/admin/people/new"]],
];

/** Rows of a table are drawn by the same code: some of them stand for all. */
const ROWS_LIKE_THE_FIRST = "tbody tr:nth-child(n+5)";

/** Nothing serious for axe. */
async function expectAccessible(page: Page, path: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .options({ resultTypes: ["violations"] })
    .exclude(ROWS_LIKE_THE_FIRST)
    .setLegacyMode() // the pages have no frames: nothing needs a second window to be gathered
    .analyze();
  const told = violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .map(({ html }) => html)
          .join(" ")
          .slice(0, 300)}`,
    );
  expect.soft(told, path).toEqual([]);
}

/** No page is wider than the window: what is wide scrolls in itself. */
async function expectToFit(page: Page, path: string): Promise<void> {
  await expect(page.locator("main h1").first(), path).toBeVisible();
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect.soft(wider, `${path} is ${wider} px wider than the window`).toBeLessThanOrEqual(0);
}

/** Each page fits; those that `analysed` names have nothing serious. */
async function expectPagesFine(
  page: Page,
  paths: readonly string[],
  analysed: (path: string) => boolean,
): Promise<void> {
  for (const path of paths) {
    await page.goto(path);
    await expectToFit(page, path);
    if (analysed(path)) await expectAccessible(page, path);
    if (LISTS.includes(path)) await expectFirstDocumentFine(page, path);
  }
}

async function expectFirstDocumentFine(page: Page, list: string): Promise<void> {
  await page.locator("tbody tr[data-opens]").first().locator("td:visible").nth(1).click();
  await expect(page, list).toHaveURL(/[0-9a-f]{8}-[0-9a-f]{4}-7/);
  await expectToFit(page, `the first of ${list}`);
  await expectAccessible(page, `the first of ${list}`);
}

async function speak(context: BrowserContext, language: string, baseURL = ""): Promise<void> {
  await context.addCookies([{ name: "locale", value: language, url: baseURL }]);
}

const everyPage = () => true;
/** Lists are drawn by the same code: light, they are all analysed, and in the dark they only have to fit. */
const noList = (path: string) => !LISTS.includes(path);

for (const [language, colorScheme, size, analysed] of [
  ["zh", "light", { width: 1440, height: 900 }, everyPage],
  ["en", "dark", { width: 360, height: 740 }, noList],
] as const) {
  test(`pages have nothing serious and fit: ${language}, ${colorScheme}, ${size.width} px`, async ({
    browser,
    baseURL,
  }) => {
    test.setTimeout(1_200_000);
    const context = await browser.newContext({ colorScheme, viewport: size, locale: "zh-CN" });
    const page = await context.newPage();
    await arrive(page, "clerk");
    await speak(context, language, baseURL);
    await expectPagesFine(page, CLERK_PAGES, analysed);
    await context.close();
  });
}

for (const [user, paths] of OTHERS) {
  test(`the ${user}'s pages have nothing serious and fit`, async ({ page, context, baseURL }) => {
    test.setTimeout(600_000);
    await page.setViewportSize({ width: 360, height: 740 });
    await page.emulateMedia({ colorScheme: "dark" });
    await arrive(page, user);
    for (const path of paths) {
      await page.goto(path);
      await expectToFit(page, path);
      await expectAccessible(page, path);
    }
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.emulateMedia({ colorScheme: "light" });
    await speak(context, "en", baseURL);
    for (const path of paths) {
      await page.goto(path);
      await expectToFit(page, path);
    }
  });
}
