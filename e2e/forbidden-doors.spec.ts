import { expect, test } from "@playwright/test";
import { type DemoUser, signIn } from "./support/people";

/** Pages that a role may not look into; what the matrix of the rules refuses (5.9). */
const FORBIDDEN: Record<DemoUser, readonly string[]> = {
  clerk: ["/admin/people", "/admin/settings", "/admin/audit"],
  clerk2: ["/admin/people", "/admin/audit"],
  sales: ["/receipts", "/terms", "/stock", "/admin/people", "/admin/settings"],
  chief: ["/admin/people"],
  director: ["/admin/people"],
  keeper: [
    "/contracts",
    "/register",
    "/receipts",
    "/ledger",
    "/terms",
    "/intake",
    "/admin/settings",
  ],
  finance: ["/intake", "/shipping/notices", "/shipping/packing", "/admin/people", "/contracts/new"],
  production: ["/contracts", "/register", "/shipping/slips", "/receipts", "/ledger"],
  technical: ["/contracts", "/shipping/slips", "/stock", "/receipts", "/ledger"],
  quality: ["/contracts", "/intake", "/shipping/notices", "/receipts", "/ledger"],
  purchasing: ["/contracts", "/intake", "/register", "/receipts"],
  admin: [
    "/contracts",
    "/register",
    "/intake",
    "/receipts",
    "/ledger",
    "/stock",
    "/shipping/slips",
    "/terms",
  ],
};

for (const [user, paths] of Object.entries(FORBIDDEN) as [DemoUser, readonly string[]][]) {
  test(`${user} finds closed doors, in the navigation and by address`, async ({ page }) => {
    await signIn(page, user);
    for (const path of paths) {
      await expect(page.locator(`nav a[href="${path}"]`)).toHaveCount(0);
      await page.goto(path);
      await expect(
        page.getByText("您的岗位看不到这一页").first(),
        `${user} at ${path}`,
      ).toBeVisible();
    }
  });
}

test("nobody gets in without signing in, and a wrong password says nothing about the user", async ({
  page,
}) => {
  await page.goto("/contracts");
  await expect(page).toHaveURL(/sign-in/);
  for (const name of ["clerk", "nobody"]) {
    await page.goto("/sign-in");
    await page.getByLabel("用户名").fill(name);
    await page.getByLabel("密码", { exact: true }).fill("wrong-password-here");
    await page.keyboard.press("Enter");
    await expect(page.getByText("用户名或密码不对")).toBeVisible();
  }
  for (const path of [
    "/api/search/customers?q=a",
    "/api/files/01930000-0000-7000-8000-000000000001",
  ]) {
    expect((await page.request.get(path)).status()).toBe(401);
  }
});
