import { expect, type Page } from "@playwright/test";
import { act, choose, expectAlive, expectState, idOf, numberOf } from "./acts";

export type TypedLine = {
  /** Code, name or pinyin, as a clerk types it. */
  product: string;
  quantity: string;
  /** Typed over the price that the list proposes. */
  price: string;
  /** The short way: 1201, +7. */
  delivery: string;
};

export type TypedOrder = {
  form: "VERBAL" | "FORMAL";
  customer: string;
  lines: readonly TypedLine[];
  /** Why an order that usually has a formal contract is taken by word. */
  formReason?: string;
};

const cell = (page: Page, key: string) => page.locator(`[data-key="${key}"]:focus`);

/** Finds the customer by typing and lets Enter pick it; the focus then stands in the first line. */
export async function typeCustomer(page: Page, customer: string): Promise<void> {
  await expect(page.locator("#order-customer")).toBeFocused();
  await expectAlive(page);
  await page.keyboard.type(customer);
  // The list that answers the keys: whatever was typed has arrived.
  await expect(page.locator("#order-customer")).toHaveAttribute("aria-expanded", "true");
  await page.keyboard.press("Enter");
  await expect(cell(page, "productName")).toBeVisible();
}

/** One line from the product to the delivery date; Enter leads on, past what the product fills by itself. */
export async function typeLine(page: Page, line: TypedLine): Promise<void> {
  await expect(cell(page, "productName")).toBeVisible();
  await page.keyboard.type(line.product);
  await page.keyboard.press("Enter");
  await expect(cell(page, "quantity")).toBeVisible();
  await page.keyboard.type(line.quantity);
  await page.keyboard.press("Enter");
  if (await cell(page, "deliveryOn").isVisible()) {
    // The list's price stands there already: two cells back, over the amount.
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("ArrowLeft");
  }
  await expect(cell(page, "unitPrice")).toBeVisible();
  await page.keyboard.type(line.price);
  await page.keyboard.press("Enter");
  await expect(cell(page, "deliveryOn")).toBeVisible();
  await page.keyboard.type(line.delivery);
  await page.keyboard.press("Enter");
}

const AGREEMENTS = ["价格已谈妥", "交货期已谈妥", "付款方式已谈妥"];

/** Types an order, agrees on its terms and submits it; answers the contract's id. */
export async function placeOrder(page: Page, order: TypedOrder): Promise<string> {
  await page.goto(`/contracts/new?form=${order.form}`);
  await typeCustomer(page, order.customer);
  for (const line of order.lines) await typeLine(page, line);
  for (const label of AGREEMENTS) await page.getByLabel(label).check();
  if (order.form === "VERBAL") await page.getByLabel("已向对方复述全部内容并得到确认").check();
  if (order.formReason) {
    await choose(page, "采用口头形式的理由", "其他");
    await page.getByRole("textbox", { name: "说明", exact: true }).fill(order.formReason);
  }
  await page.keyboard.press("Control+Enter");
  return submittedContract(page);
}

/** The page of the contract that was just submitted. */
export async function submittedContract(page: Page): Promise<string> {
  await expect(page).toHaveURL(/\/contracts\/[0-9a-f-]{36}$/);
  await expectState(page, "待部长核对");
  return idOf(page);
}

/** Chief and director agree, the registrar confirms: the number. */
export async function runningContract(
  desks: { clerk: Page; chief: Page; director: Page },
  contractId: string,
): Promise<string> {
  const path = `/contracts/${contractId}`;
  await desks.chief.goto(path);
  await act(desks.chief, { label: "核对通过" });
  await expectState(desks.chief, "待厂长审批");
  await desks.director.goto(path);
  await act(desks.director, { label: "同意" });
  await expectState(desks.director, "已生效");
  const number = await numberOf(desks.director, "LG");
  await desks.clerk.goto(path);
  await desks.clerk.getByRole("button", { name: "确认登记", exact: true }).click();
  return number;
}

type Outlook = { credit: { violations: readonly string[] } };

/** The first of these customers whom this amount on credit breaks no payment condition: the demo's debts move with its days. */
export async function customerWithRoom(
  page: Page,
  names: readonly string[],
  amount: string,
): Promise<string> {
  for (const name of names) {
    const found = await page.request.get(`/api/search/customers?q=${encodeURIComponent(name)}`);
    const [hit] = ((await found.json()) as { results: { id: string }[] }).results;
    if (!hit) continue;
    const asked = new URLSearchParams({
      customerId: hit.id,
      amount,
      paymentTerm: "MONTHLY",
      productIds: "",
      focused: "",
      exceptContractId: "",
    });
    const outlook = (await (await page.request.get(`/api/hints/order?${asked}`)).json()) as Outlook;
    if (outlook.credit.violations.length === 0) return name;
  }
  throw new Error(`None of ${names.join(", ")} has room for ${amount}`);
}
