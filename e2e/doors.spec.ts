import { expect, test } from "@playwright/test";
import { ACTIONS, ROUTES } from "../tests/integration/doors/doors-list";
import { builtActions, builtRoutes } from "./support/build-manifests";

/** What the build really offers to the network, compared with the list of doors that the permission tests try. */

test("the built application has the server actions of the list and no other", () => {
  const listed = Object.entries(ACTIONS).flatMap(([file, actions]) =>
    Object.keys(actions).map((name) => `${file} ${name}`),
  );
  expect(builtActions()).toEqual(listed.sort());
});

test("the built application has the route handlers of the list and no other", () => {
  expect(builtRoutes()).toEqual(Object.keys(ROUTES).sort());
});

const OPEN = ["/api/auth/[...nextauth]", "/api/health"];

test("a stranger gets nothing from any route", async ({ request }) => {
  for (const [address, { methods }] of Object.entries(ROUTES)) {
    if (OPEN.includes(address)) continue;
    const url = address.replace("[register]", "slips").replace(/\[[^\]]+\]/g, "contract");
    const answer = methods === "GET" ? await request.get(`${url}?q=LG`) : await request.post(url);
    const expected = methods === "GET" ? 401 : 400;
    expect({ address, status: answer.status() }).toEqual({ address, status: expected });
  }
});
