import { expect, type Page, test } from "@playwright/test";
import { act, expectPdf, expectState } from "./support/acts";
import { placeOrder } from "./support/orders";
import { windowsOf } from "./support/people";

const SMALL = "无锡华兴轴承有限公司";
const LARGE = "沈阳北方重型机床有限公司";
const CHIEF = "陈国栋";
const DELEGATE = "孙丽华";

test("[R1.1.4-a] while the chief is away his delegate checks what the paper reaches, and he reads it afterwards", async ({
  browser,
}) => {
  test.slow();
  const windows = windowsOf(browser);
  const clerk = await windows.at("clerk");
  const chief = await windows.at("chief");
  const finance = await windows.at("finance");
  const order = (customer: string, price: string, formReason?: string) =>
    placeOrder(clerk, {
      form: "VERBAL",
      customer,
      lines: [{ product: "XD-0075", quantity: "2", price, delivery: "+5" }],
      ...(formReason ? { formReason } : {}),
    });
  const small = await order(SMALL, "100");
  const large = await order(LARGE, "10000", "客户急用，合同随后补签");

  // Without a delegation nobody but the chief is asked.
  await finance.goto(`/contracts/${small}`);
  await expect(finance.getByRole("button", { name: "核对通过", exact: true })).toHaveCount(0);
  await issue(chief);
  const row = delegationRow(chief);
  await expect(row).toContainText("生效中");
  await expect(row).toContainText("¥15,000.00 以内");
  const paper = await row.getByRole("link", { name: /^SQ/ }).getAttribute("href");
  await expectPdf(chief, paper ?? "");

  await finance.goto("/approvals");
  await expect(finance.locator(`a[href="/contracts/${small}"]`).first()).toBeVisible();
  await expect(finance.locator(`a[href="/contracts/${large}"]`)).toHaveCount(0);
  await finance.goto(`/contracts/${large}`);
  await expect(finance.getByRole("button", { name: "核对通过", exact: true })).toHaveCount(0);
  await finance.goto(`/contracts/${small}`);
  await checkAfterCall(finance);
  await expectState(finance, "待厂长审批");
  await expect(finance.getByText(`代 ${CHIEF}`).first()).toBeVisible();
  await expect(finance.getByText("电话请示").first()).toBeVisible();

  // Back again: he reads what was signed in his name, and takes the power back.
  await chief.goto("/admin/delegations/acts");
  const signed = chief.getByRole("row").filter({ hasText: SMALL }).first();
  await expect(signed).toContainText(DELEGATE);
  await expect(signed).toContainText("200.00");
  await chief.goto("/admin/delegations");
  await delegationRow(chief).getByRole("button", { name: "撤销", exact: true }).click();
  const dialog = chief.getByRole("dialog");
  await dialog.getByRole("textbox").fill("提前回厂");
  await dialog.getByRole("button", { name: "撤销", exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(delegationRow(chief)).toContainText("已撤销");

  await chief.goto(`/contracts/${large}`);
  await act(chief, { label: "核对通过" });
  await expectState(chief, "待厂长审批");
  await windows.close();
});

/** The newest paper stands first. */
function delegationRow(page: Page) {
  return page
    .getByRole("row")
    .filter({ hasText: DELEGATE })
    .filter({ hasText: "部长核对" })
    .first();
}

async function issue(chief: Page): Promise<void> {
  await chief.goto("/admin/delegations");
  await pick(chief, /^授权人/, CHIEF);
  await pick(chief, /^环节/, "部长核对");
  await pick(chief, /^被授权人/, DELEGATE);
  await chief.getByRole("textbox", { name: /^止/ }).fill("+7");
  await chief.keyboard.press("Tab");
  await chief.getByRole("textbox", { name: /^金额上限/ }).fill("15000");
  await chief.getByRole("textbox", { name: /^原因/ }).fill("赴上海参加展会");
  await chief.getByRole("button", { name: "签发", exact: true }).click();
}

async function pick(page: Page, label: RegExp, choice: string): Promise<void> {
  await page.getByRole("combobox", { name: label }).click();
  await page.getByRole("option", { name: choice }).click();
}

async function checkAfterCall(delegate: Page): Promise<void> {
  await delegate.getByRole("button", { name: "核对通过", exact: true }).click();
  const dialog = delegate.getByRole("dialog");
  await dialog.getByLabel(`已电话请示${CHIEF}`).check();
  await dialog.getByRole("button", { name: "核对通过", exact: true }).click();
  await expect(dialog).toBeHidden();
}
