import { expect, test } from "@playwright/test";
import { addDays, type CalendarDate, weekdayOf } from "@/lib/core/calendar-date";
import {
  dayFromToday,
  expectPdf,
  expectState,
  factOf,
  headOf,
  idOf,
  numberOf,
} from "./support/acts";
import { customerWithRoom, placeOrder, runningContract } from "./support/orders";
import { windowsOf } from "./support/people";
import {
  giveToCourier,
  issueGoods,
  packGoods,
  signAsHead,
  startSlip,
  submitSlip,
  writeNotice,
} from "./support/shipping";

const TODAY = dayFromToday(0);
const CUSTOMERS = ["浦江阀门", "中科仪器", "慈溪轴业"];

test("[R1.1.3-A][R1.2.2-a][R1.2.3-a] an order from stock within the limit leaves with all its papers", async ({
  browser,
}) => {
  test.slow();
  const windows = windowsOf(browser);
  const clerk = await windows.at("clerk");
  const customer = await customerWithRoom(clerk, CUSTOMERS, "1200.00");

  const contractId = await placeOrder(clerk, {
    form: "VERBAL",
    customer,
    lines: [
      { product: "XD-0003", quantity: "5", price: "60", delivery: "+2" },
      { product: "XD-0002", quantity: "10", price: "90", delivery: "+2" },
    ],
  });
  await expect(headOf(clerk)).toContainText("¥1,200.00");
  await expect(factOf(clerk, "类型")).toContainText("A 类：全部现货，可直接发货");
  await expect(factOf(clerk, "信用")).toContainText("可行");

  const chief = await windows.at("chief");
  const director = await windows.at("director");
  const contractNo = await runningContract({ clerk, chief, director }, contractId);
  expect(contractNo).toMatch(new RegExp(`^LG${TODAY.slice(0, 4)}-\\d{3,}$`));
  await expectState(clerk, "执行中");
  await expect(factOf(clerk, "登记人")).toContainText("李雪");

  const noticeId = await writeNotice(clerk, contractId);
  await expectState(clerk, "已下达");
  await numberOf(clerk, "FH");

  const slipId = await startSlip(clerk, noticeId);
  await expect(clerk.getByText("没有违反结款条件")).toBeVisible();
  await submitSlip(clerk);
  await signAsHead(chief, slipId, "待出库");
  const keeper = await windows.at("keeper");
  await issueGoods(keeper, slipId);
  await expect(keeper.locator("main"), "the keeper sees no prices").not.toContainText("1,200.00");
  const slipNo = await numberOf(keeper, "CK");

  const packingListId = await packGoods(keeper, slipNo, 2);
  const waybillNo = `SF${Date.now()}`;
  const waybillId = await giveToCourier(clerk, packingListId, waybillNo);

  // What an auditor looks up: shipping log, register, account, and the call to the customer, not yet on the desk.
  await clerk.goto(`/shipping/log?q=${contractNo}`);
  const logged = clerk.getByRole("row").filter({ hasText: contractNo });
  for (const told of [TODAY, "1,200.00", "快递", "顺丰速运", waybillNo, slipNo]) {
    await expect(logged).toContainText(told);
  }
  await logged.getByText(waybillNo).click();
  await expect(clerk).toHaveURL(/\/shipping\/follow-ups\//);
  await expect(clerk.getByRole("listitem").filter({ hasText: "联系客户确认收货" })).toContainText(
    mondayAfterWeekend(dayFromToday(4)),
  );
  const logEntryId = idOf(clerk);
  await clerk.goto("/shipping/follow-ups");
  await expect(clerk.getByRole("heading", { level: 1, name: "收货确认" })).toBeVisible();
  await expect(clerk.locator("main")).not.toContainText(contractNo);

  await clerk.goto(`/register?q=${contractNo}`);
  const registered = clerk.getByRole("row").filter({ hasText: contractNo });
  for (const told of [TODAY, "快递", "1,200.00", "执行中", "陈国栋", "赵振华", "李雪"]) {
    await expect(registered).toContainText(told);
  }
  await clerk.goto(`/contracts/${contractId}`);
  await expect(factOf(clerk, "发货金额")).toHaveText("1,200.00");
  await expect(factOf(clerk, "发货日期")).toContainText(TODAY);
  await expect(factOf(clerk, "发货方式")).toContainText("快递");
  await expect(clerk.getByText("已发 10")).toBeVisible();
  const customerPage = await clerk.locator('main h1 a[href^="/customers/"]').getAttribute("href");
  await clerk.goto(customerPage?.replace("/customers/", "/ledger/") ?? "");
  await expect(clerk.getByRole("row").filter({ hasText: slipNo }).last()).toContainText("1,200.00");

  // The customer calls to say that the goods are there, before anybody had to ask (F14).
  await clerk.goto(`/shipping/follow-ups/${logEntryId}`);
  await clerk.getByLabel("实际签收日期").fill("今天");
  await clerk.getByLabel("签收人").fill("王建军");
  await clerk.getByRole("button", { name: "记下", exact: true }).click();
  await expect(clerk.getByText("客户已确认收货无误。")).toBeVisible();

  for (const paper of [
    `receipt-confirmation/${logEntryId}`,
    `contract/${contractId}`,
    `notice/${noticeId}`,
    `slip/${slipId}`,
    `packing-list/${packingListId}`,
    `waybill/${waybillId}`,
  ]) {
    await expectPdf(clerk, `/api/pdf/${paper}`);
  }
  await windows.close();
});

function mondayAfterWeekend(date: CalendarDate): CalendarDate {
  const weekday = weekdayOf(date);
  return weekday < 6 ? date : addDays(date, 8 - weekday);
}
