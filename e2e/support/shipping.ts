import { expect, type Page } from "@playwright/test";
import { act, choose, expectState, idOf } from "./acts";

/** The clerk writes the notice for all that is open on the contract and issues it; answers its id. */
export async function writeNotice(clerk: Page, contractId: string): Promise<string> {
  await clerk.goto(`/shipping/notices/new?contract=${contractId}`);
  await clerk.getByRole("button", { name: "保存草稿" }).click();
  await expect(clerk).toHaveURL(/\/shipping\/notices\/[0-9a-f-]{36}$/);
  await act(clerk, { label: "下达" });
  return idOf(clerk);
}

/** From an issued notice to the draft of its slip; answers the slip's id. */
export async function startSlip(clerk: Page, noticeId: string): Promise<string> {
  await clerk.goto(`/shipping/notices/${noticeId}`);
  await act(clerk, { label: "开出库单" });
  await expect(clerk).toHaveURL(/\/shipping\/slips\/[0-9a-f-]{36}$/);
  await expectState(clerk, "草稿");
  return idOf(clerk);
}

export async function submitSlip(clerk: Page): Promise<void> {
  await clerk.getByRole("button", { name: "提交签字", exact: true }).click();
  await expectState(clerk, "待部门负责人签字");
}

export async function signAsHead(chief: Page, slipId: string, next: string): Promise<void> {
  await chief.goto(`/shipping/slips/${slipId}`);
  await act(chief, { label: "签字同意" });
  await expectState(chief, next);
}

/** The keeper takes the goods from their bins: stock and receivable. */
export async function issueGoods(keeper: Page, slipId: string): Promise<void> {
  await keeper.goto(`/shipping/slips/${slipId}`);
  await keeper.getByRole("button", { name: "登记出库", exact: true }).click();
  await expectState(keeper, "已出库");
}

/** Ticks every line with the space bar, names a checker and closes the boxes; answers the packing list's id. */
export async function packGoods(keeper: Page, slipNo: string, lines: number): Promise<string> {
  await keeper.goto("/shipping/packing?view=waiting");
  const row = keeper.getByRole("row").filter({ hasText: slipNo });
  await row.getByRole("button", { name: "开始装箱" }).click();
  await expect(keeper).toHaveURL(/\/shipping\/packing\/[0-9a-f-]{36}$/);
  await keeper.getByRole("checkbox", { name: /^点清第 1 行/ }).focus();
  for (let line = 1; line <= lines; line += 1) {
    await expect(keeper.getByRole("checkbox", { name: `点清第 ${line} 行` })).toBeFocused();
    await keeper.keyboard.press("Space");
  }
  await expect(keeper.getByText(`已点清 ${lines} 行，共 ${lines} 行`)).toBeVisible();
  await keeper.getByLabel("已对照合同内容核对装箱单").check();
  await choose(keeper, "核对人", "李雪");
  await keeper.getByRole("button", { name: "装箱完毕" }).click();
  await expectState(keeper, "已装箱");
  return idOf(keeper);
}

/** Waybill, courier called, parcel handed over under the courier's number; answers the waybill's id. */
export async function giveToCourier(
  clerk: Page,
  packingListId: string,
  waybillNo: string,
): Promise<string> {
  await clerk.goto(`/shipping/packing/${packingListId}`);
  await clerk.getByRole("button", { name: "填写邮单" }).click();
  await expect(clerk).toHaveURL(/\/shipping\/waybills\/[0-9a-f-]{36}$/);
  await clerk.getByLabel("重量").fill("2.5");
  await clerk.getByRole("button", { name: "保存邮单" }).click();
  await clerk.getByLabel("快递公司联系人").fill("小张 13900001111");
  await clerk.getByRole("button", { name: "已通知快递", exact: true }).click();
  await expectState(clerk, "已通知快递");
  await clerk.getByLabel("收件员").fill("小张");
  await clerk.getByLabel("快递单号").fill(waybillNo);
  await clerk.keyboard.press("Enter");
  await expectState(clerk, "已交寄");
  return idOf(clerk);
}
