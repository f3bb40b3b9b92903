import { expect, test } from "@playwright/test";
import { act, dayFromToday, expectState, factOf, headOf, idOf, numberOf } from "./support/acts";
import { placeOrder } from "./support/orders";
import { windowsOf } from "./support/people";

const REASON = "交货期与生产对不上，请改为六天后";

test("[R1.1.4-a][R1.1.4-b] a returned order comes back with its change shown and is approved", async ({
  browser,
}) => {
  const windows = windowsOf(browser);
  const clerk = await windows.at("clerk");
  const contractId = await placeOrder(clerk, {
    form: "VERBAL",
    customer: "北京中科仪器仪表厂",
    lines: [{ product: "XD-0010", quantity: "4", price: "80", delivery: "+3" }],
  });
  const path = `/contracts/${contractId}`;

  const chief = await windows.at("chief");
  await chief.goto(path);
  await expect(factOf(chief, "交货期")).toContainText(dayFromToday(3));
  await act(chief, { label: "退回", comment: REASON });
  await expectState(chief, "草稿");

  // The clerk finds it on the desk with the chief's words, and corrects it by keyboard.
  await clerk.goto("/");
  await clerk.locator(`main a[href="${path}"]`).first().click();
  await expectState(clerk, "草稿");
  await expect(clerk.getByText(REASON).first()).toBeVisible();
  await clerk.getByRole("link", { name: "继续填写" }).click();
  await expect(clerk).toHaveURL(`${path}/edit`);
  await clerk.getByLabel("第 1 行 交货期").focus();
  await clerk.keyboard.type("+6");
  await clerk.keyboard.press("Control+Enter");
  await expect(clerk).toHaveURL(path);
  await expectState(clerk, "待部长核对");
  expect(idOf(clerk)).toBe(contractId);

  await chief.goto(path);
  await expect(chief.getByText("本次改动 1 处")).toBeVisible();
  const changes = chief.getByRole("region").filter({ hasText: "本次改动" });
  await expect(changes).toContainText(dayFromToday(3));
  await expect(changes).toContainText(dayFromToday(6));
  await act(chief, { label: "核对通过" });
  await expectState(chief, "待厂长审批");

  const director = await windows.at("director");
  await director.goto(path);
  await expect(factOf(director, "交货期")).toContainText(dayFromToday(6));
  await act(director, { label: "同意" });
  await numberOf(director, "LG");
  await expect(headOf(director)).toContainText("¥320.00");
  await windows.close();
});
