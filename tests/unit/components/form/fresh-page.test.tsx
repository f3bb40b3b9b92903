import { act, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Suspense, startTransition, use, useState } from "react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import * as z from "zod";
import { ActionButton } from "@/components/form/action-button";
import { ActionForm } from "@/components/form/action-form";
import { FreshPageProvider } from "@/components/form/fresh-page";
import { useActionForm } from "@/components/form/use-action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { renderInApp } from "../render-in-app";

/** A router as the real one: what a refresh brings is suspended upon until it is there. */
const server = { refresh: () => {}, arrive: () => {} };
const router = { refresh: () => server.refresh(), push: () => {} };
vi.mock("next/navigation", async (original) => ({
  ...(await original<typeof import("next/navigation")>()),
  useRouter: () => router,
}));

const schema = z.object({ rowVersion: z.number() });
const accept = vi.fn(async () => ({ ok: true as const, data: {} }));
const log = vi.fn(async () => ({ ok: true as const, data: {} }));

function LogForm({ rowVersion }: { rowVersion: number }) {
  const state = useActionForm({ schema, action: log, defaultValues: { rowVersion } });
  return (
    <ActionForm {...state} guard={false}>
      <SubmitButton>登记</SubmitButton>
    </ActionForm>
  );
}

/** One page with a button, another button and a form; the server's answer to the first makes all of them old. */
function Shown({ version }: { version: Promise<number> | number }) {
  const rowVersion = typeof version === "number" ? version : use(version);
  return (
    <>
      <p>版本 {rowVersion}</p>
      <ActionButton action={accept} input={{ rowVersion }} label="签收" />
      <ActionButton action={log} input={{ rowVersion }} label="开工" />
      <ActionButton action={log} input={{ rowVersion }} label="同意" signs="slip:sign_director" />
      <LogForm rowVersion={rowVersion} />
    </>
  );
}

function Page() {
  const [version, setVersion] = useState<Promise<number> | number>(1);
  server.refresh = () => {
    const fresh = new Promise<number>((resolve) => {
      server.arrive = () => resolve(2);
    });
    startTransition(() => setVersion(fresh));
  };
  return (
    <FreshPageProvider>
      <Suspense fallback="loading">
        <Shown version={version} />
      </Suspense>
    </FreshPageProvider>
  );
}

beforeEach(() => {
  accept.mockClear();
  log.mockClear();
});

describe("while a page is drawn anew after one's own act", () => {
  for (const [what, next] of [
    ["another button", "开工"],
    ["a form", "登记"],
  ] as const) {
    it(`${what} waits for the fresh page and is sent with its row version, once`, async () => {
      renderInApp(<Page />);
      await userEvent.click(screen.getByRole("button", { name: "签收" }));
      await waitFor(() => expect(accept).toHaveBeenCalledOnce());
      await userEvent.click(screen.getByRole("button", { name: next }));
      await userEvent.click(screen.getByRole("button", { name: next }));
      expect(screen.getByText("版本 1")).toBeDefined();
      expect(log).not.toHaveBeenCalled();

      await act(async () => server.arrive());
      await waitFor(() => expect(log).toHaveBeenCalledOnce());
      expect(log).toHaveBeenCalledWith({ rowVersion: 2 }, expect.any(String));
    });
  }

  it("[R1.3.1-e] a signature does not wait: it stands under what was seen, or is refused", async () => {
    renderInApp(<Page />);
    await userEvent.click(screen.getByRole("button", { name: "签收" }));
    await waitFor(() => expect(accept).toHaveBeenCalledOnce());
    await userEvent.click(screen.getByRole("button", { name: "同意" }));
    await waitFor(() => expect(log).toHaveBeenCalledWith({ rowVersion: 1 }, expect.any(String)));
  });
});
