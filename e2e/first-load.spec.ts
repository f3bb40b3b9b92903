import { gzipSync } from "node:zlib";
import { type BrowserContext, expect, type Page, type Response, test } from "@playwright/test";
import { arrive } from "./support/people";

/**
 * What the script of a page may weigh when it is opened for the first time, in kB (1,000 bytes), gzipped. Not counted:
 * what pages behind links are made of, and what is fetched ahead only once the browser is idle (dialogs, the calendar,
 * the search box), because neither is waited for. The chunk for browsers without modules is never asked for.
 */
const BUDGET_KB = { orderEntry: 320, approvals: 250, contract: 360 };

/** From here on the browser never reports to be idle, so what waits for that is not fetched. */
function neverIdle(): void {
  window.requestIdleCallback = () => 0;
}

async function scriptsOf(page: Page, path: string): Promise<readonly Response[]> {
  const scripts: Response[] = [];
  page.on("response", (response) => {
    if (response.request().resourceType() === "script") scripts.push(response);
  });
  await page.goto(path, { waitUntil: "networkidle" });
  return scripts;
}

/** Opens the page in a new window of the same person, as if for the first time: a routed window has no cache. */
async function firstLoadKb(context: BrowserContext, path: string): Promise<number> {
  const page = await context.newPage();
  await page.addInitScript(neverIdle);
  await page.route("**/*", (route) =>
    route.request().headers()["next-router-prefetch"] ? route.abort() : route.continue(),
  );
  const sizes = new Map<string, number>();
  for (const response of await scriptsOf(page, path)) {
    sizes.set(response.url(), gzipSync(await response.body()).length);
  }
  await page.close();
  expect(sizes.size, "scripts seen").toBeGreaterThan(5);
  return [...sizes.values()].reduce((sum, size) => sum + size, 0) / 1000;
}

test("order entry stays light enough to open at once", async ({ page, context }) => {
  await arrive(page, "clerk");
  expect(await firstLoadKb(context, "/contracts/new")).toBeLessThanOrEqual(BUDGET_KB.orderEntry);
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true });

  test("the approvals and a contract stay light", async ({ page, context }) => {
    await arrive(page, "chief");
    expect(await firstLoadKb(context, "/approvals")).toBeLessThanOrEqual(BUDGET_KB.approvals);
    await page.goto("/approvals");
    const contract = await page
      .getByRole("main")
      .locator('a[href^="/contracts/"]')
      .first()
      .getAttribute("href");
    expect(await firstLoadKb(context, contract ?? "")).toBeLessThanOrEqual(BUDGET_KB.contract);
  });
});

test("the home page asks for no other page until somebody points at it", async ({ page }) => {
  await arrive(page, "clerk");
  const asked: string[] = [];
  page.on("request", (request) => {
    if (request.headers()["next-router-prefetch"]) asked.push(new URL(request.url()).pathname);
  });
  await page.goto("/", { waitUntil: "networkidle" });
  expect(asked).toEqual([]);
  const item = page.getByRole("main").locator('a[href^="/contracts/"]').first();
  const address = await item.getAttribute("href");
  await item.hover();
  await expect.poll(() => asked).toContain(address);
});
