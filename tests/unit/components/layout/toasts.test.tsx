import { notifications } from "@mantine/notifications";
import { act, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { Toasts } from "@/components/layout/toasts";
import { renderInApp, wordsOf } from "../render-in-app";

it("says the first message of a page too, though the stack is fetched only for it", async () => {
  renderInApp(<Toasts />);
  act(() => void notifications.show({ message: "已保存" }));
  expect(wordsOf(await screen.findByRole("alert"))).toContain("已保存");
});
