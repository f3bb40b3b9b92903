import { expect, type Page, test } from "@playwright/test";
import { expectPdf, expectState, factOf, idOf, numberOf } from "./support/acts";
import { customerWithRoom, placeOrder, runningContract } from "./support/orders";
import { windowsOf } from "./support/people";
import { productOutOfStock, signTask, writeTask } from "./support/production";
import { issueGoods, signAsHead, startSlip, submitSlip, writeNotice } from "./support/shipping";

const CUSTOMERS = ["甬江模具", "浦江阀门", "中科仪器", "慈溪轴业"];

/** The code of a product of which more than enough is free to promise. */
async function productInStock(clerk: Page, customer: string): Promise<string> {
  const named = await clerk.request.get(`/api/search/customers?q=${encodeURIComponent(customer)}`);
  const [owner] = ((await named.json()) as { results: { id: string }[] }).results;
  const found = await clerk.request.get("/api/search/products?q=XD-000");
  const { results } = (await found.json()) as { results: { id: string; code: string }[] };
  const asked = new URLSearchParams({
    customerId: owner?.id ?? "",
    amount: "1.00",
    paymentTerm: "MONTHLY",
    productIds: results.map(({ id }) => id).join(","),
    focused: "",
    exceptContractId: "",
  });
  const { stock } = (await (await clerk.request.get(`/api/hints/order?${asked}`)).json()) as {
    stock: Record<string, { freeToPromise: string }>;
  };
  const hit = results.find(({ id }) => Number.parseFloat(stock[id]?.freeToPromise ?? "0") >= 20);
  if (!hit) throw new Error("Nothing lies in the store");
  return hit.code;
}

test("[R1.1.3-P] the stock part of a mixed contract is prepared together with its production notice, and ships first", async ({
  browser,
}) => {
  test.slow();
  const windows = windowsOf(browser);
  const clerk = await windows.at("clerk");
  const customer = await customerWithRoom(clerk, CUSTOMERS, "900.00");
  const inStock = await productInStock(clerk, customer);
  const outOfStock = await productOutOfStock(clerk, customer);

  const contractId = await placeOrder(clerk, {
    form: "VERBAL",
    customer,
    lines: [
      { product: inStock, quantity: "10", price: "40", delivery: "+12" },
      { product: outOfStock, quantity: "10", price: "50", delivery: "+12" },
    ],
  });
  await expect(factOf(clerk, "类型")).toContainText("B 类");
  const chief = await windows.at("chief");
  const director = await windows.at("director");
  const contractNo = await runningContract({ clerk, chief, director }, contractId);

  // One step: production notice and preparation order are written, sent and signed together.
  const taskId = await writeTask(clerk, contractId);
  await signTask(chief, taskId);

  const keeper = await windows.at("keeper");
  await clerk.goto(`/contracts/${contractId}`);
  const ordered = clerk.getByRole("link", { name: /^BH\d{4}-\d+$/ }).first();
  await keeper.goto((await ordered.getAttribute("href")) ?? "");
  await expect(keeper.locator("main")).toContainText(contractNo);
  await expectState(keeper, "待库房接收");
  const orderNo = await numberOf(keeper, "BH");
  const orderId = idOf(keeper);
  await expectPdf(keeper, `/api/pdf/preparation/${orderId}`);

  await keeper.getByRole("button", { name: "接收", exact: true }).click();
  await expectState(keeper, "备货中");
  await expect(keeper.getByLabel("第 1 行实备数量")).toHaveValue("10");
  await keeper.getByRole("button", { name: "备货完成", exact: true }).click();
  await expectState(keeper, "已备齐");

  // The contract names the order, and its stock part can go.
  await clerk.goto(`/contracts/${contractId}`);
  await expect(clerk.getByRole("link", { name: orderNo }).first()).toBeVisible();
  const noticeId = await writeNotice(clerk, contractId);
  await expectState(clerk, "已下达");
  const slipId = await startSlip(clerk, noticeId);
  await submitSlip(clerk);
  await signAsHead(chief, slipId, "待出库");
  await issueGoods(keeper, slipId);
  await keeper.goto(`/preparation/${orderId}`);
  await expectState(keeper, "已发完");
});
