import { expect, type Locator, type Page } from "@playwright/test";
import { addDays, type CalendarDate, dateInShanghai } from "@/lib/core/calendar-date";

type Act = { label: string; comment?: string };

/** Presses a button that asks before it acts, answers with a comment if there is one, and agrees. */
export async function act(page: Page, { label, comment }: Act): Promise<void> {
  await page.getByRole("button", { name: label, exact: true }).click();
  const dialog = page.getByRole("dialog");
  if (comment) await dialog.getByRole("textbox").fill(comment);
  await dialog.getByRole("button", { name: label, exact: true }).click();
  await expect(dialog).toBeHidden();
}

/** What stands under a label in a list of facts. */
export function factOf(page: Page | Locator, label: string): Locator {
  return page
    .locator("dt", { hasText: new RegExp(`^${label}$`) })
    .first()
    .locator("xpath=following-sibling::dd[1]");
}

/** The line with a document's number, customer, amount and state. */
export function headOf(page: Page): Locator {
  return page.locator("main h1").locator("xpath=..");
}

export async function expectState(page: Page, state: string): Promise<void> {
  await expect(headOf(page).getByText(state, { exact: true })).toBeVisible();
}

/** A paper opens as a PDF and begins like one. */
export async function expectPdf(page: Page, path: string): Promise<void> {
  const response = await page.request.get(path);
  expect(response.status(), path).toBe(200);
  expect(response.headers()["content-type"], path).toBe("application/pdf");
  expect((await response.body()).subarray(0, 5).toString(), path).toBe("%PDF-");
}

/** The field with the focus answers: the page's script has taken it over, so nothing that is typed is lost. */
export async function expectAlive(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const field = document.activeElement;
    const keys = field instanceof HTMLInputElement ? Object.keys(field) : [];
    return keys.some((key) => key.startsWith("__reactProps"));
  });
}

/** The id at the end of the address. */
export function idOf(page: Page): string {
  return new URL(page.url()).pathname.split("/").at(-1) ?? "";
}

/** A date some days from now, as the factory's calendar counts. */
export function dayFromToday(days: number): CalendarDate {
  return addDays(dateInShanghai(new Date()), days);
}

/** Picks one of a list's choices. */
export async function choose(page: Page, label: string, choice: string): Promise<void> {
  await page.getByRole("combobox", { name: label }).click();
  await page.getByRole("option", { name: choice }).click();
}

/** The document number in the head of the page, such as CK2026-0012. */
export async function numberOf(page: Page, prefix: string): Promise<string> {
  const pattern = new RegExp(`${prefix}\\d{4}-\\d{3,}`);
  await expect(headOf(page)).toContainText(pattern);
  const [number = ""] = pattern.exec((await headOf(page).textContent()) ?? "") ?? [];
  return number;
}
