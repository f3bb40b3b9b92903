import { expect, type Page, test } from "@playwright/test";
import { act, dayFromToday, expectPdf, expectState, factOf, idOf, numberOf } from "./support/acts";
import { runningContract, submittedContract, typeCustomer, typeLine } from "./support/orders";
import { windowsOf } from "./support/people";

const CUSTOMER = "浦江阀门";
const PRODUCT = "XD-0132";
const FLOOR = "990";
const PROMISED = dayFromToday(20);

/** A drawing as small as one can be. */
const DRAWING = Buffer.from(
  "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n",
);

test("[R1.1.3-C1][R1.1.3-C2][R1.1.3-C3][R1.1.3-C4] a product never made is reviewed before its contract", async ({
  browser,
}) => {
  test.slow();
  const windows = windowsOf(browser);
  const clerk = await windows.at("clerk");

  // The order as it comes: dearer wishes later, first it needs a review.
  const contractId = await draftOrder(clerk);
  const rail = clerk.getByRole("complementary", { name: "随行提示" });
  await expect(rail.getByText(/没有有效的评审/)).toBeVisible();
  await rail.getByRole("link", { name: "为这些行做评审" }).click();

  const reviewId = await writeReview(clerk);
  await circulate(clerk);
  const reviewNo = await numberOf(clerk, "PS");

  const quality = await windows.at("quality");
  await quality.goto(`/reviews/opinion/${reviewId}`);
  await expect(quality.getByText("这张评审表没有请您的部门会签。")).toBeVisible();
  const technical = await windows.at("technical");
  await answer(technical, reviewNo, "图纸齐全，工艺可行");
  const production = await windows.at("production");
  await production.goto(`/reviews/opinion/${reviewId}`);
  await production.getByLabel("可行", { exact: true }).check();
  await production.getByLabel("可交货期 1").fill(PROMISED);
  await production.getByRole("button", { name: /^签字提交/ }).click();
  await expect(production).toHaveURL(new RegExp(`/reviews/${reviewId}$`));
  await expectState(production, "待部长结论");

  const chief = await windows.at("chief");
  await chief.goto(`/reviews/${reviewId}`);
  await chief.getByLabel("接受", { exact: true }).check();
  await chief.getByLabel("最低价（含税） 1").fill(FLOOR);
  await chief.getByRole("button", { name: "提交结论" }).click();
  await expectState(chief, "待厂长审批");
  const director = await windows.at("director");
  await director.goto(`/reviews/${reviewId}`);
  await act(director, { label: "批准生效" });
  await expectState(director, "已生效");
  await production.reload();
  await expectState(production, "已生效");
  await expect(production.locator("main"), "production sees no prices").not.toContainText("990");
  await expectPdf(clerk, `/api/pdf/review/${reviewId}`);

  // The same order goes on: too cheap and too early at first.
  await clerk.goto(`/reviews/${reviewId}`);
  await clerk.getByRole("link", { name: "继续做合同" }).click();
  await expect(clerk).toHaveURL(new RegExp(`/contracts/${contractId}/edit$`));
  await expect(rail.getByText(/最低价 990\.00 元/)).toBeVisible();
  for (const label of ["价格已谈妥", "交货期已谈妥", "付款方式已谈妥"])
    await clerk.getByLabel(label).check();
  await clerk.keyboard.press("Control+Enter");
  await expect(clerk.getByText(`低于评审 ${reviewNo} 的最低价 990.00`).first()).toBeVisible();
  await expect(clerk.getByText(`早于评审 ${reviewNo} 承诺的 ${PROMISED}`).first()).toBeVisible();
  await clerk.locator('input[data-key="unitPrice"]').first().fill(FLOOR);
  await clerk.locator('input[data-key="deliveryOn"]').first().fill(PROMISED);
  await clerk.keyboard.press("Control+Enter");
  await submittedContract(clerk);
  await expect(factOf(clerk, "产品要求评审")).toHaveText(reviewNo);

  const contractNo = await runningContract({ clerk, chief, director }, contractId);
  await recordSignature(clerk, contractId);
  await expectState(clerk, "待生产");
  await clerk.goto(`/reviews/${reviewId}`);
  await expect(clerk.getByRole("link", { name: contractNo, exact: true })).toBeVisible();
  await windows.close();
});

/** Twelve pieces, too cheap and too early for what the review will say; kept as a draft. */
async function draftOrder(clerk: Page): Promise<string> {
  await clerk.goto("/contracts/new?form=FORMAL");
  await typeCustomer(clerk, CUSTOMER);
  await typeLine(clerk, { product: PRODUCT, quantity: "12", price: "900", delivery: "+5" });
  await clerk.keyboard.press("Control+s");
  await expect(clerk).toHaveURL(/\/contracts\/[0-9a-f-]{36}\/edit$/);
  return new URL(clerk.url()).pathname.split("/")[2] ?? "";
}

/** The form is filled from the order; what is asked of the product and the drawing come from the clerk. */
async function writeReview(clerk: Page): Promise<string> {
  await expect(clerk).toHaveURL(/\/reviews\/new\?contract=/);
  await expect(clerk.locator('input[data-key="productName"]').first()).toHaveValue(/非标成型铣刀/);
  await clerk.getByLabel("技术、质量要求").fill("轮廓度 0.02，径向跳动不大于 0.01");
  await clerk.getByRole("button", { name: /^保存草稿/ }).click();
  await expect(clerk).toHaveURL(/\/reviews\/[0-9a-f-]{36}$/);
  await expectState(clerk, "草稿");
  await clerk
    .locator('input[type="file"]')
    .first()
    .setInputFiles({ name: "XD-F040.pdf", mimeType: "application/pdf", buffer: DRAWING });
  await expect(clerk.getByRole("link", { name: "XD-F040.pdf" })).toBeVisible();
  return idOf(clerk);
}

async function circulate(clerk: Page): Promise<void> {
  await act(clerk, { label: "送会签" });
  await expectState(clerk, "会签中");
}

/** From the work list to the department's own part. */
async function answer(page: Page, reviewNo: string, detail: string): Promise<void> {
  await page.goto("/");
  await page
    .getByRole("link", { name: new RegExp(reviewNo) })
    .first()
    .click();
  await expect(page).toHaveURL(/\/reviews\/opinion\//);
  await page.getByLabel("可行", { exact: true }).check();
  await page.getByLabel("意见说明").fill(detail);
  await page.getByRole("button", { name: /^签字提交/ }).click();
  await expect(page).toHaveURL(/\/reviews\/[0-9a-f-]{36}$/);
  await expect(page.getByText(detail)).toBeVisible();
}

async function recordSignature(clerk: Page, contractId: string): Promise<void> {
  await clerk.goto(`/contracts/${contractId}`);
  await clerk
    .locator('input[type="file"]')
    .first()
    .setInputFiles({ name: "需方签回.pdf", mimeType: "application/pdf", buffer: DRAWING });
  await expect(clerk.getByRole("link", { name: "需方签回.pdf" })).toBeVisible();
  await clerk.getByRole("button", { name: "登记客户签字" }).click();
}
