import { expect, type Locator, type Page, test } from "@playwright/test";
import { expectState, headOf } from "./support/acts";
import { submittedContract, typeCustomer } from "./support/orders";
import { arrive } from "./support/people";

const LINES = [
  ["XD-0011", "1"],
  ["XD-0014", "2"],
  ["XD-0025", "3"],
  ["XD-0026", "4"],
  ["XD-0027", "5"],
  ["XD-0035", "6"],
  ["XD-0054", "7"],
  ["XD-0066", "8"],
  ["XD-0072", "9"],
  ["XD-0076", "10"],
] as const;
/** The list prices of these products, each times its pieces. */
const TOTAL = "¥6,932.00";

declare global {
  interface Window {
    pointerEvents: number;
  }
}

/** Counts whatever a mouse, a pen or a finger does to the page. */
function countPointers(): void {
  window.pointerEvents = 0;
  for (const kind of ["pointerdown", "mousedown", "touchstart", "wheel"]) {
    window.addEventListener(kind, () => (window.pointerEvents += 1), { capture: true });
  }
}

/** Tab leads there, as far as it takes. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let step = 0; step < 30; step += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab does not lead to ${target}`);
}

test("[R1.1.1-a][R1.1.2-V] ten lines go from the phone to the chief without a mouse", async ({
  page,
}) => {
  await page.addInitScript(countPointers);
  await arrive(page, "clerk");
  await page.goto("/contracts/new?form=VERBAL");
  await typeCustomer(page, "bfjc");
  // As fast as keys can come: nobody waits for a search, and the price of the list stands.
  for (const [product, quantity] of LINES) {
    for (const text of [product, quantity, "+9"]) {
      await page.keyboard.type(text);
      await page.keyboard.press("Enter");
    }
  }
  const typed = page.getByRole("grid", { name: "订货明细" }).getByLabel(/^第 \d+ 行 数量$/);
  await expect(typed).toHaveCount(11);
  for (const [index, [, quantity]] of LINES.entries()) {
    await expect(typed.nth(index)).toHaveValue(quantity);
  }

  for (const label of ["价格已谈妥", "交货期已谈妥", "付款方式已谈妥"]) {
    await tabTo(page, page.getByLabel(label));
    await page.keyboard.press("Space");
    await expect(page.getByLabel(label)).toBeChecked();
  }
  const readBack = page.getByLabel("已向对方复述全部内容并得到确认");
  await tabTo(page, readBack);
  await page.keyboard.press("Space");
  await expect(readBack).toBeChecked();
  await page.keyboard.press("Control+Enter");

  await submittedContract(page);
  await expectState(page, "待部长核对");
  await expect(headOf(page)).toContainText(TOTAL);
  await expect(page.getByRole("table", { name: "货物明细" }).locator("tbody tr")).toHaveCount(10);
  expect(await page.evaluate(() => window.pointerEvents)).toBe(0);
});
