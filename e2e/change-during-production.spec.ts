import { expect, test } from "@playwright/test";
import { act, dayFromToday, expectPdf, expectState, headOf, idOf } from "./support/acts";
import { customerWithRoom, placeOrder, runningContract } from "./support/orders";
import { windowsOf } from "./support/people";
import { productOutOfStock, signTask, writeTask } from "./support/production";

const CUSTOMERS = ["中科仪器", "慈溪轴业", "浦江阀门"];
const REASON = "客户加订四支，交货期顺延";

test("[R1.1.4-a][R1.1.4-b][R1.1.4-c][R1.1.5-N] a contract is changed while the workshop makes it, and production takes note", async ({
  browser,
}) => {
  test.slow();
  const windows = windowsOf(browser);
  const clerk = await windows.at("clerk");
  const customer = await customerWithRoom(clerk, CUSTOMERS, "1320.00");
  const product = await productOutOfStock(clerk, customer);
  const contractId = await placeOrder(clerk, {
    form: "VERBAL",
    customer,
    lines: [{ product, quantity: "20", price: "55", delivery: "+12" }],
  });
  const chief = await windows.at("chief");
  const director = await windows.at("director");
  const contractNo = await runningContract({ clerk, chief, director }, contractId);
  const taskNo = await signTask(chief, await writeTask(clerk, contractId));

  // The customer calls again: the whole contract on the order screen, with what can no longer change said first.
  const path = `/contracts/${contractId}`;
  await clerk.goto(path);
  await clerk.getByRole("link", { name: "变更合同", exact: true }).click();
  await expect(clerk).toHaveURL(`${path}/change`);
  await expect(clerk.getByText("品种和单位不能改")).toBeVisible();
  await clerk.getByLabel("变更原因").fill(REASON);
  await clerk.getByLabel("第 1 行 数量").focus();
  await clerk.keyboard.type("24");
  await clerk.getByLabel("第 1 行 交货期").focus();
  await clerk.keyboard.type("+20");
  for (const label of ["价格已谈妥", "交货期已谈妥", "付款方式已谈妥"]) {
    await clerk.getByLabel(label).check();
  }
  await clerk.getByLabel("已向对方复述全部内容并得到确认").check();
  await clerk.getByLabel("确认人").fill("王工");
  await clerk.getByRole("button", { name: /^提交核对/ }).click();
  await expect(clerk).toHaveURL(/\/contracts\/changes\/[0-9a-f-]{36}$/);
  await expectState(clerk, "待部长核对");
  const changeId = idOf(clerk);

  // The inbox shows what changes; both sign in their order.
  await chief.goto("/approvals");
  const card = chief.getByRole("region").filter({ hasText: `变更 ${contractNo} 第 2 版` });
  await expect(card).toContainText(dayFromToday(20));
  await chief.goto(`/contracts/changes/${changeId}`);
  await act(chief, { label: "核对通过" });
  await expectState(chief, "待厂长审批");
  await director.goto(`/contracts/changes/${changeId}`);
  await act(director, { label: "同意" });
  await expectState(director, "现行版本");

  // The contract keeps its number and shows the new version.
  await clerk.goto(path);
  await expect(headOf(clerk)).toContainText(contractNo);
  await expect(headOf(clerk)).toContainText("¥1,320.00");
  await expect(clerk.getByRole("region", { name: "版本与变更" })).toContainText(REASON);

  // Production has the notice in hand: it takes note of the change, once.
  const production = await windows.at("production");
  await production.goto("/production/board");
  await production.getByRole("link", { name: /^还有 \d+ 项变更待确认$/ }).click();
  await expect(production).toHaveURL("/acknowledgements");
  const row = production.getByRole("row").filter({ hasText: taskNo }).filter({ hasText: REASON });
  await expect(row).toContainText("数量 20→24");
  await row.getByRole("button", { name: "确认知悉", exact: true }).click();
  await expect(row).toBeHidden();
  await clerk.reload();
  await expect(clerk.getByRole("region", { name: "变更确认" })).toContainText("已确认");

  // A parcel of the demo company waits for the courier under a change: its waybill asks shipping, on the spot.
  await clerk.goto("/acknowledgements");
  await clerk.getByRole("link", { name: /^YD/ }).first().click();
  await expect(clerk).toHaveURL(/\/shipping\/waybills\//);
  const change = clerk.getByRole("region", { name: "变更确认" });
  await expect(change.getByRole("button", { name: "确认知悉", exact: true })).toBeVisible();

  await expectPdf(clerk, `/api/pdf/contract/${contractId}`);
  await expectPdf(clerk, `/api/pdf/contract-change/${changeId}`);
  await windows.close();
});
