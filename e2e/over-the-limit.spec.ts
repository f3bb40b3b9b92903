import { expect, type Page, test } from "@playwright/test";
import { Money } from "@/lib/core/money";
import { act, expectPdf, expectState, factOf, headOf, numberOf } from "./support/acts";
import { placeOrder, runningContract } from "./support/orders";
import { windowsOf } from "./support/people";
import { issueGoods, signAsHead, startSlip, submitSlip, writeNotice } from "./support/shipping";

/** Monthly terms with a limit of 15,000.00: this one order alone is over it. */
const CUSTOMER = "大连重工起重配件厂";
const AMOUNT = "20000.00";
const RETURNED = "请先催款，写明客户何时付清旧账";
const REASON = "客户生产线停机待料，承诺月底付清";

async function figure(page: Page, label: string): Promise<Money> {
  return Money.of(((await factOf(page, label).textContent()) ?? "").replaceAll(/[^\d.-]/g, ""));
}

test("[R1.3.1-e][R1.2.2-b] a slip over the limit leaves only with the director's signature under the figures", async ({
  browser,
}) => {
  test.slow();
  const windows = windowsOf(browser);
  const clerk = await windows.at("clerk");
  const chief = await windows.at("chief");
  const director = await windows.at("director");
  const contractId = await placeOrder(clerk, {
    form: "VERBAL",
    customer: CUSTOMER,
    lines: [{ product: "XD-0075", quantity: "20", price: "1000", delivery: "+2" }],
    formReason: "客户急用，合同随后补签",
  });
  await expect(factOf(clerk, "信用")).toContainText("例外");
  await runningContract({ clerk, chief, director }, contractId);
  await expectState(clerk, "执行中");
  const slipId = await startSlip(clerk, await writeNotice(clerk, contractId));
  const path = `/shipping/slips/${slipId}`;

  // Without a reason it cannot be submitted.
  await expect(clerk.getByText("发货后欠款超过限额")).toBeVisible();
  await expect(clerk.getByText("违反结款条件时必须写明理由。")).toBeVisible();
  await expect(clerk.getByRole("button", { name: "提交签字" })).toHaveCount(0);
  await writeReason(clerk, "客户急用");
  await submitSlip(clerk);

  await signAsHead(chief, slipId, "待厂长审批");
  await director.goto(path);
  await expect(director.getByText("客户急用").first()).toBeVisible();
  await act(director, { label: "退回", comment: RETURNED });
  await expectState(director, "草稿");

  await clerk.goto(path);
  await expect(clerk.getByText(RETURNED).first()).toBeVisible();
  const slipNo = await numberOf(clerk, "CK");
  await writeReason(clerk, REASON);
  await submitSlip(clerk);
  await signAsHead(chief, slipId, "待厂长审批");

  await director.goto(path);
  expect(await numberOf(director, "CK"), "the number stays").toBe(slipNo);
  await expect(director.getByText(REASON).first()).toBeVisible();
  const [before, amount, after, limit] = [
    await figure(director, "发货前欠款"),
    await figure(director, "本单计入欠款"),
    await figure(director, "发货后欠款"),
    await figure(director, "欠款限额"),
  ];
  expect(amount.toString()).toBe(AMOUNT);
  expect(after.toString()).toBe(before.plus(amount).toString());
  expect(after.isGreaterThan(limit)).toBe(true);
  await act(director, { label: "同意放行", comment: "同意，月底前收回" });
  await expectState(director, "待出库");
  expect((await figure(director, "厂长批准至")).toString()).toBe(after.toString());

  await issueGoods(await windows.at("keeper"), slipId);
  await clerk.goto(path);
  await expectState(clerk, "已出库");
  await expect(headOf(clerk)).toContainText("¥20,000.00");
  await expectPdf(clerk, `/api/pdf/slip/${slipId}`);
  await windows.close();
});

/** Saves the reason and sees it stand in the decision. */
async function writeReason(clerk: Page, reason: string): Promise<void> {
  await clerk.getByRole("textbox", { name: "例外理由" }).fill(reason);
  await clerk.getByRole("button", { name: "保存", exact: true }).click();
  await expect(clerk.getByRole("alert").getByText(`例外理由：${reason}`)).toBeVisible();
}
