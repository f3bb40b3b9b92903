import { expect, test } from "@playwright/test";
import { expectPdf, expectState, factOf, numberOf } from "./support/acts";
import { customerWithRoom, placeOrder, runningContract } from "./support/orders";
import { windowsOf } from "./support/people";
import {
  inspectDelivery,
  produceOnBoard,
  productOutOfStock,
  receiveDelivery,
  signTask,
  writeTask,
} from "./support/production";
import {
  giveToCourier,
  issueGoods,
  packGoods,
  signAsHead,
  startSlip,
  submitSlip,
  writeNotice,
} from "./support/shipping";

const CUSTOMERS = ["浦江阀门", "中科仪器", "慈溪轴业"];

test("[R1.1.3-B1][R1.1.3-B2][R1.1.3-B3] an order that is not in stock goes through production and receipt to the customer", async ({
  browser,
}) => {
  test.slow();
  const windows = windowsOf(browser);
  const clerk = await windows.at("clerk");
  const customer = await customerWithRoom(clerk, CUSTOMERS, "1100.00");
  const product = await productOutOfStock(clerk, customer);

  const contractId = await placeOrder(clerk, {
    form: "VERBAL",
    customer,
    lines: [{ product, quantity: "20", price: "55", delivery: "+12" }],
  });
  await expect(factOf(clerk, "类型")).toContainText("B 类");
  const chief = await windows.at("chief");
  const director = await windows.at("director");
  const contractNo = await runningContract({ clerk, chief, director }, contractId);

  const taskId = await writeTask(clerk, contractId);
  const taskNo = await signTask(chief, taskId);
  const production = await windows.at("production");
  await produceOnBoard(production, taskNo, "20");
  await expect(production.locator("main"), "production sees no prices").not.toContainText(
    "1,100.00",
  );
  const quality = await windows.at("quality");
  const receiptId = await inspectDelivery(quality, taskNo);
  const keeper = await windows.at("keeper");
  await receiveDelivery(keeper, receiptId);

  // The register row of the contract names the notice, and the goods can go.
  await clerk.goto(`/production/register?q=${taskNo}`);
  const registered = clerk.getByRole("row").filter({ hasText: taskNo });
  for (const told of [contractNo, "已完成", "完工"]) await expect(registered).toContainText(told);
  await clerk.goto(`/contracts/${contractId}`);
  await expect(clerk.getByRole("region", { name: "生产", exact: true })).toContainText(taskNo);

  const noticeId = await writeNotice(clerk, contractId);
  await expectState(clerk, "已下达");
  const slipId = await startSlip(clerk, noticeId);
  await submitSlip(clerk);
  await signAsHead(chief, slipId, "待出库");
  await issueGoods(keeper, slipId);
  const slipNo = await numberOf(keeper, "CK");
  const packingListId = await packGoods(keeper, slipNo, 1);
  await giveToCourier(clerk, packingListId, `SF${Date.now()}`);

  for (const paper of [`task/${taskId}`, `production-receipt/${receiptId}`]) {
    await expectPdf(clerk, `/api/pdf/${paper}`);
  }
  await windows.close();
});
