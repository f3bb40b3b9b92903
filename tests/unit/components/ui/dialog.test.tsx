import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { describe, expect, it } from "vitest";
import { Dialog } from "@/components/ui/dialog";
import { renderInApp } from "../render-in-app";

function Harness() {
  const [opened, setOpened] = useState(false);
  return (
    <>
      <button type="button" onClick={() => setOpened(true)}>
        open
      </button>
      <Dialog opened={opened} onClose={() => setOpened(false)} title="标题">
        <button type="button" data-autofocus onClick={() => setOpened(false)}>
          close
        </button>
      </Dialog>
    </>
  );
}

describe("a dialog that is fetched when first opened", () => {
  it("takes the focus the first time too, and gives it back to what opened it", async () => {
    renderInApp(<Harness />);
    expect(screen.queryByRole("dialog")).toBeNull();
    const opener = screen.getByRole("button", { name: "open" });
    await userEvent.click(opener);
    const inside = await screen.findByRole("button", { name: "close" });
    await waitFor(() => expect(document.activeElement).toBe(inside));
    await userEvent.click(inside);
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    await waitFor(() => expect(document.activeElement).toBe(opener));
  });
});
