import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { signIn } from "./support/people";

const PAGES = [
  "/",
  "/intake",
  "/intake/new",
  "/approvals",
  "/contracts",
  "/contracts/new?form=VERBAL",
  "/contracts/new?form=FORMAL",
  "/register",
  "/shipping/due",
  "/shipping/notices",
  "/shipping/slips",
  "/shipping/packing",
  "/shipping/waybills",
  "/shipping/log",
  "/shipping/follow-ups",
  "/stock",
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
];
const CHIEF_PAGES = [
  "/approvals",
  "/admin/settings",
  "/admin/company",
  "/admin/permissions",
  "/admin/audit",
];

async function expectNothingSerious(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect(page.locator("main")).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  const told = serious.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .map(({ html }) => html)
        .join(" ")
        .slice(0, 300)}`,
  );
  expect(told, path).toEqual([]);
}

/** No page is wider than the window: what is wide scrolls in itself. */
async function expectNoSidewaysScroll(page: Page, path: string): Promise<void> {
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(wider, `${path} is ${wider} px wider than the window`).toBeLessThanOrEqual(0);
}

for (const [look, size] of [
  ["light", { width: 1440, height: 900 }],
  ["dark", { width: 360, height: 740 }],
] as const) {
  test(`the clerk's pages have nothing serious and fit, ${look} at ${size.width} px`, async ({
    browser,
  }) => {
    test.setTimeout(300_000);
    const context = await browser.newContext({
      colorScheme: look,
      viewport: size,
      locale: "zh-CN",
    });
    const page = await context.newPage();
    await signIn(page, "clerk");
    for (const path of PAGES) {
      await expectNothingSerious(page, path);
      await expectNoSidewaysScroll(page, path);
    }
    await context.close();
  });
}

test("the chief's pages have nothing serious", async ({ page }) => {
  await signIn(page, "chief");
  for (const path of CHIEF_PAGES) await expectNothingSerious(page, path);
});
