import { expect, type Page, test } from "@playwright/test";
import { act, choose, expectAlive, expectPdf, expectState, idOf, numberOf } from "./support/acts";
import { customerWithRoom, runningContract, submittedContract } from "./support/orders";
import { windowsOf } from "./support/people";

/** Customers on credit in the demo; which of them has room moves with its days. */
const CUSTOMERS = [
  "昆山精锐模具有限公司",
  "无锡华兴轴承有限公司",
  "济南泰山工程机械有限公司",
  "沈阳北方重型机床有限公司",
];
const PRODUCT = "XD-0002";
const QUANTITY = "2";

test("[R1.2.4-a][R1.2.4-b] goods leave at the counter, counted twice, and their contract follows", async ({
  browser,
}) => {
  test.slow();
  const windows = windowsOf(browser);
  const clerk = await windows.at("clerk");
  const chief = await windows.at("chief");
  const keeper = await windows.at("keeper");
  const director = await windows.at("director");
  const customer = await customerWithRoom(clerk, CUSTOMERS, "500.00");
  const id = await typePickup(clerk, customer);
  const path = `/walk-in/${id}`;

  await act(clerk, { label: "提交签字" });
  await expectState(clerk, "待部门负责人签字");
  const number = await numberOf(clerk, "LT");
  await chief.goto(path);
  await act(chief, { label: "签字同意" });
  await expectState(chief, "待清点提货");

  // One miscount: nothing leaves until both say the same.
  await count(keeper, path, "1");
  await count(clerk, path, QUANTITY);
  await handOver(keeper, path);
  await expect(keeper.getByText(/库管点 1 .+，内勤点 2 .+，不一致/).first()).toBeVisible();
  await count(keeper, path, QUANTITY);
  await handOver(keeper, path);
  await expectState(keeper, "已提货，待补合同");
  await expectPdf(keeper, `/api/pdf/walk-in/${id}`);

  await clerk.goto(path);
  await clerk.getByRole("button", { name: "补办合同", exact: true }).click();
  await expect(clerk).toHaveURL(/\/contracts\/[0-9a-f-]{36}\/edit$/);
  for (const label of ["价格已谈妥", "交货期已谈妥", "付款方式已谈妥"])
    await clerk.getByLabel(label).check();
  await clerk.getByLabel("已向对方复述全部内容并得到确认").check();
  await clerk.keyboard.press("Control+Enter");
  const contractId = await submittedContract(clerk);
  // The goods are out: it may be sent back, but not rejected.
  await chief.goto(`/contracts/${contractId}`);
  await expect(chief.getByRole("button", { name: "退回", exact: true })).toBeVisible();
  await expect(chief.getByRole("button", { name: "否决", exact: true })).toHaveCount(0);

  const contractNo = await runningContract({ clerk, chief, director }, contractId);
  await expectState(clerk, "执行中");
  await clerk.goto(path);
  await expectState(clerk, "合同已生效");
  expect(await numberOf(clerk, "LT")).toBe(number);
  await expect(clerk.getByRole("link", { name: contractNo }).first()).toBeVisible();
  await clerk.goto(`/contracts/${contractId}`);
  await expect(clerk.getByText(`已发 ${QUANTITY}`)).toBeVisible();
  await windows.close();
});

async function typePickup(clerk: Page, customer: string): Promise<string> {
  await clerk.goto("/walk-in/new");
  await expectAlive(clerk);
  await clerk.keyboard.type(customer);
  await expect(
    clerk.getByRole("option", { name: /^C\d{4}/ }).filter({ hasText: customer }),
  ).toBeVisible();
  await clerk.keyboard.press("Enter");
  await choose(clerk, "付款方式", "月结");
  await choose(clerk, "凭什么提货", "身份证");
  await clerk.getByRole("textbox", { name: "提货人" }).fill("王师傅");
  await clerk.getByRole("textbox", { name: "身份证或工作证号" }).fill("210202199001011234");
  await clerk.locator('[data-key="product"]').first().click();
  await clerk.keyboard.type(PRODUCT);
  await clerk.keyboard.press("Enter");
  await expect(clerk.locator('[data-key="quantity"]:focus')).toBeVisible();
  await clerk.keyboard.type(QUANTITY);
  await clerk.keyboard.press("Enter");
  await clerk.getByRole("button", { name: "保存草稿" }).click();
  await expect(clerk).toHaveURL(/\/walk-in\/[0-9a-f-]{36}$/);
  await expectState(clerk, "草稿");
  return idOf(clerk);
}

async function count(page: Page, path: string, quantity: string): Promise<void> {
  await page.goto(path);
  await page.getByLabel("实点数量 1").fill(quantity);
  await page.getByRole("button", { name: /^(登记清点数|重新清点)$/ }).click();
  await expect(page.getByText("清点数已登记").first()).toBeVisible();
}

async function handOver(keeper: Page, path: string): Promise<void> {
  await keeper.goto(path);
  await keeper.getByLabel("提货人已在提货单上签字").check();
  await keeper.getByRole("button", { name: "交货", exact: true }).click();
}
