import { expect, type Page, test } from "@playwright/test";
import { choose, expectAlive, expectState, factOf, headOf, idOf } from "./support/acts";
import { placeOrder, runningContract } from "./support/orders";
import { windowsOf } from "./support/people";
import { issueGoods, signAsHead, startSlip, submitSlip, writeNotice } from "./support/shipping";

const CUSTOMER = "无锡惠山农机有限公司";

/** A scan as small as one can be. */
const SCAN = Buffer.from(
  "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n",
);

test("[R1.3.1-P1][R1.2.1-a] a prepaid contract ships what is paid, and the rest when it is", async ({
  browser,
}) => {
  test.slow();
  const windows = windowsOf(browser);
  const clerk = await windows.at("clerk2");
  const registrar = await windows.at("clerk");
  const chief = await windows.at("chief");
  const director = await windows.at("director");
  const contractId = await placeOrder(clerk, {
    form: "FORMAL",
    customer: CUSTOMER,
    lines: [{ product: "XD-0067", quantity: "10", price: "100", delivery: "+2" }],
  });
  const contractNo = await runningContract({ clerk: registrar, chief, director }, contractId);
  await expectState(registrar, "已生效");
  await recordSignature(clerk, contractId);
  await expectState(clerk, "执行中");

  const noticeId = await writeNotice(clerk, contractId);
  await expectState(clerk, "等款");
  await expect(clerk.getByText("需要 1,000.00 元，还差 1,000.00 元")).toBeVisible();

  // 400.00 of 1,000.00: confirmed, still too little, so the notice is lowered to what is paid and goes.
  const finance = await windows.at("finance");
  await receive({ clerk, finance }, contractNo, "400.00");
  await clerk.goto(`/shipping/notices/${noticeId}`);
  await expectState(clerk, "等款");
  await expect(clerk.getByText("已确认入账 400.00 元，需要 1,000.00 元")).toBeVisible();
  await expect(clerk.getByLabel(/^机用铰刀/)).toHaveValue("4");
  await clerk.getByRole("button", { name: "改少", exact: true }).click();
  await expectState(clerk, "已下达");
  const keeper = await windows.at("keeper");
  await ship({ clerk, chief, keeper }, noticeId, "¥400.00");

  // The rest waits again until finance confirms its money; then it is issued by itself.
  const restId = await writeNotice(clerk, contractId);
  await expectState(clerk, "等款");
  await expect(headOf(clerk)).toContainText("¥600.00");
  await receive({ clerk, finance }, contractNo, "600.00");
  await clerk.goto(`/shipping/notices/${restId}`);
  await expectState(clerk, "已下达");
  await expect(clerk.getByText(/^条件满足，发货通知单 FH\d{4}-\d{4} 下达/)).toBeVisible();
  await ship({ clerk, chief, keeper }, restId, "¥600.00");

  await clerk.goto(`/contracts/${contractId}`);
  await expect(clerk.getByText("已发 10")).toBeVisible();
  await windows.close();
});

async function recordSignature(clerk: Page, contractId: string): Promise<void> {
  await clerk.goto(`/contracts/${contractId}`);
  await expect(clerk.getByRole("button", { name: "登记客户签字" })).toBeDisabled();
  await clerk
    .locator('input[type="file"]')
    .setInputFiles({ name: "需方签回.pdf", mimeType: "application/pdf", buffer: SCAN });
  await expect(clerk.getByRole("link", { name: "需方签回.pdf" })).toBeVisible();
  await clerk.getByRole("button", { name: "登记客户签字" }).click();
}

type Cashiers = { clerk: Page; finance: Page };

/** The clerk enters what the customer says it has paid for the contract; finance finds it and confirms. */
async function receive(
  { clerk, finance }: Cashiers,
  contractNo: string,
  amount: string,
): Promise<void> {
  await clerk.goto("/receipts/new");
  await expectAlive(clerk);
  await clerk.keyboard.type(CUSTOMER);
  await clerk.keyboard.press("Enter");
  await expect(clerk.getByLabel("付款人名称")).toHaveValue(CUSTOMER);
  await clerk.getByLabel("金额").fill(amount);
  await clerk.getByLabel("银行流水号 / 支票号").fill(`BR${Date.now()}`);
  await clerk.getByRole("button", { name: "添加一项" }).click();
  await choose(clerk, "用于", contractNo);
  await clerk.getByLabel("金额").last().fill(amount);
  await clerk.keyboard.press("Control+Enter");
  await expect(clerk).toHaveURL(/\/receipts\/[0-9a-f-]{36}$/);
  await expectState(clerk, "待财务确认");
  await expect(clerk.getByRole("button", { name: "确认到账" })).toHaveCount(0);

  await finance.goto(`/receipts/${idOf(clerk)}`);
  await finance.getByRole("button", { name: "确认到账" }).click();
  await expectState(finance, "已确认");
}

type Movers = { clerk: Page; chief: Page; keeper: Page };

async function ship(
  { clerk, chief, keeper }: Movers,
  noticeId: string,
  amount: string,
): Promise<void> {
  const slipId = await startSlip(clerk, noticeId);
  await expect(headOf(clerk)).toContainText(amount);
  await submitSlip(clerk);
  await signAsHead(chief, slipId, "待出库");
  await issueGoods(keeper, slipId);
  await clerk.goto(`/shipping/slips/${slipId}`);
  await expect(factOf(clerk, "库管员")).toContainText("王德福");
}
