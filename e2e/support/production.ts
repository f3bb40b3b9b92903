import { expect, type Locator, type Page } from "@playwright/test";
import { act, choose, expectState, idOf, numberOf } from "./acts";

type Hits = { results: { id: string; code: string }[] };
type Hints = { stock: Record<string, { freeToPromise: string }> };

/** The code of a product of which nothing in the store is free to promise: an order of it is class B. */
export async function productOutOfStock(clerk: Page, customer: string): Promise<string> {
  const named = await clerk.request.get(`/api/search/customers?q=${encodeURIComponent(customer)}`);
  const [owner] = ((await named.json()) as { results: { id: string }[] }).results;
  const codes = new Map<string, string>();
  for (const tens of ["000", "001", "002", "003", "004", "005"]) {
    const found = await clerk.request.get(`/api/search/products?q=XD-${tens}`);
    for (const { id, code } of ((await found.json()) as Hits).results) codes.set(id, code);
  }
  const asked = new URLSearchParams({
    customerId: owner?.id ?? "",
    amount: "1.00",
    paymentTerm: "MONTHLY",
    productIds: [...codes.keys()].join(","),
    focused: "",
    exceptContractId: "",
  });
  const { stock } = (await (await clerk.request.get(`/api/hints/order?${asked}`)).json()) as Hints;
  const out = [...codes].find(([id]) => Number.parseFloat(stock[id]?.freeToPromise ?? "1") <= 0);
  if (!out) throw new Error("Everything lies in the store");
  return out[1];
}

/** From the contract to the notice at the chief's desk; answers the notice's id. */
export async function writeTask(clerk: Page, contractId: string): Promise<string> {
  await clerk.goto(`/contracts/${contractId}`);
  await clerk.getByRole("link", { name: "写生产任务通知单" }).click();
  await expect(clerk.getByRole("heading", { level: 1, name: "写生产任务通知单" })).toBeVisible();
  await clerk.getByLabel("生产部门联系人").fill("生产部 郑海涛");
  await clerk.getByLabel("沟通日期").fill("今天");
  await clerk.getByLabel("当时答应完成日期").fill("+8");
  await clerk.getByRole("button", { name: "保存草稿" }).click();
  await expect(clerk).toHaveURL(/\/production\/notices\/[0-9a-f-]{36}$/);
  await expectState(clerk, "草稿");
  await clerk.getByRole("button", { name: "提交部长签字", exact: true }).click();
  await expectState(clerk, "待部长签字");
  return idOf(clerk);
}

/** The chief signs; answers the notice's number. */
export async function signTask(chief: Page, taskId: string): Promise<string> {
  await chief.goto(`/production/notices/${taskId}`);
  await act(chief, { label: "签字下达" });
  await expectState(chief, "已下达，待签收");
  return numberOf(chief, "SC");
}

/** The column of the board with this name. */
function columnOf(production: Page, name: string): Locator {
  return production.getByRole("region", { name: new RegExp(`^${name} `) });
}

/** Everything of a workshop's day on one screen: accept, move on, finish, deliver. */
export async function produceOnBoard(
  production: Page,
  taskNo: string,
  quantity: string,
): Promise<void> {
  await production.goto(`/production/board?q=${taskNo}`);
  await production.getByRole("button", { name: `签收 ${taskNo}`, exact: true }).click();
  const dialog = production.getByRole("dialog");
  await dialog.getByRole("button", { name: "签收", exact: true }).click();
  await expect(dialog).toBeHidden();
  const waiting = columnOf(production, "未开工");
  await waiting.getByRole("button", { name: "→ 备料" }).click();
  await dialog.getByRole("button", { name: "登记", exact: true }).click();
  await expect(dialog).toBeHidden();
  await columnOf(production, "备料").getByRole("button", { name: "登记进度" }).click();
  await choose(production, "进度", "完工");
  await dialog.getByLabel("完成数量").fill(quantity);
  await dialog.getByRole("button", { name: "登记", exact: true }).click();
  await expect(dialog).toBeHidden();
  await columnOf(production, "完工").getByRole("button", { name: "交库", exact: true }).click();
  await dialog.getByLabel("检验单号/合格证").fill("JY-0815");
  await dialog.getByLabel("产品标识卡已打").check();
  await dialog.getByRole("button", { name: "交库", exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(columnOf(production, "完工")).toContainText(`交库待办 ${quantity}`);
}

/** Quality lets everything through; answers the receipt's id. */
export async function inspectDelivery(quality: Page, taskNo: string): Promise<string> {
  await quality.goto(`/production/receipts?q=${taskNo}`);
  await quality.getByRole("row").filter({ hasText: taskNo }).getByRole("link").first().click();
  await expect(quality).toHaveURL(/\/production\/receipts\/[0-9a-f-]{36}$/);
  await quality.getByRole("button", { name: "检验完毕", exact: true }).click();
  await expectState(quality, "已检验，待入库");
  return idOf(quality);
}

/** The keeper takes the goods into a bin. */
export async function receiveDelivery(keeper: Page, receiptId: string): Promise<string> {
  await keeper.goto(`/production/receipts/${receiptId}`);
  await keeper.getByLabel("货位").fill("B-09");
  await keeper.getByRole("button", { name: "入库", exact: true }).click();
  await expectState(keeper, "已入库");
  return numberOf(keeper, "RK");
}
