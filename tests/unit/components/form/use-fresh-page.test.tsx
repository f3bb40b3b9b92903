import { act, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Suspense, startTransition, use, useState } from "react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { ActionButton } from "@/components/form/action-button";
import { renderInApp } from "../render-in-app";

/** A router as the real one: what a refresh brings is suspended upon until it is there. */
const server = { refresh: () => {}, arrive: () => {} };
vi.mock("next/navigation", async (original) => ({
  ...(await original<typeof import("next/navigation")>()),
  useRouter: () => ({ refresh: () => server.refresh(), push: () => {} }),
}));

function Page({ action }: { action: (input: { rowVersion: number }) => Promise<never> }) {
  const [version, setVersion] = useState<Promise<number> | number>(1);
  const [isOpen, setIsOpen] = useState(true);
  server.refresh = () => {
    const fresh = new Promise<number>((resolve) => {
      server.arrive = () => resolve(2);
    });
    startTransition(() => setVersion(fresh));
  };
  return (
    <Suspense fallback="loading">
      <Shown version={version} />
      {isOpen ? (
        <ActionButton
          action={action}
          input={{ rowVersion: 1 }}
          label="签收"
          onDone={() => setIsOpen(false)}
        />
      ) : null}
    </Suspense>
  );
}

function Shown({ version }: { version: Promise<number> | number }) {
  const shown = typeof version === "number" ? version : use(version);
  return <p>版本 {shown}</p>;
}

const done = vi.fn(async () => ({ ok: true, data: {} }) as never);

beforeEach(() => done.mockClear());

describe("after something was done", () => {
  it("keeps the old page closed to a second press until the fresh one is shown with it", async () => {
    renderInApp(<Page action={done} />);
    await userEvent.click(screen.getByRole("button", { name: "签收" }));
    expect(done).toHaveBeenCalledOnce();
    expect(screen.getByText("版本 1")).toBeDefined();
    const button = screen.getByRole("button", { name: "签收" });
    await userEvent.click(button);
    expect(done).toHaveBeenCalledOnce();

    await act(async () => server.arrive());
    expect(screen.getByText("版本 2")).toBeDefined();
    expect(screen.queryByRole("button", { name: "签收" })).toBeNull();
  });
});
