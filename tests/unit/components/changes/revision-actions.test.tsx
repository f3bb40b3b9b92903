import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { RevisionActions } from "@/components/changes/revision-actions";
import { ActingForProvider } from "@/components/form/acting-for";
import { renderInApp } from "../render-in-app";

const sent = vi.hoisted(() => ({ calls: [] as [string, unknown][] }));
vi.mock("@/lib/changes/actions", () => {
  const keep = (name: string) => async (input: unknown) => {
    sent.calls.push([name, input]);
    return { ok: true, data: {} };
  };
  return {
    returnRevisionByChiefAction: keep("return"),
    rejectRevisionByChiefAction: keep("reject"),
  };
});
vi.mock("next/navigation", () => ({
  useRouter: () => ({ push: () => undefined, refresh: () => undefined }),
  usePathname: () => "/",
}));
beforeEach(() => {
  sent.calls = [];
});

const ID = "0190a0a0-0000-7000-8000-00000000000d";

describe("a change before the chief's delegate", () => {
  for (const [label, name] of [
    ["退回", "return"],
    ["否决", "reject"],
  ] as const) {
    it(`is asked about when it is ${name}ed: was the chief telephoned`, async () => {
      renderInApp(
        <ActingForProvider value={{ "contract:check": "陈国栋" }}>
          <RevisionActions
            revisionId={ID}
            contractId={ID}
            rowVersion={2}
            title="LG2026-014"
            commands={["return_by_chief", "reject_by_chief"]}
            mayEdit={false}
            isFormal={false}
          />
        </ActingForProvider>,
      );
      await userEvent.click(screen.getByRole("button", { name: label }));
      await userEvent.type(await screen.findByRole("textbox"), "价格有误");
      await userEvent.click(screen.getByLabelText("已电话请示陈国栋"));
      await userEvent.click(screen.getAllByRole("button", { name: label }).at(-1) as HTMLElement);
      await waitFor(() => expect(sent.calls).toHaveLength(1));
      expect(sent.calls[0]).toMatchObject([name, { comment: "价格有误", askedByPhone: true }]);
    });
  }
});
