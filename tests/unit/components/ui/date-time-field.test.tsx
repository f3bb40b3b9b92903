import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { describe, expect, it } from "vitest";
import { DateTimeField } from "@/components/ui/date-time-field";
import { renderInApp, typedInto, wordsOf } from "../render-in-app";

function Harness() {
  const [value, setValue] = useState("2026-11-23T10:00");
  return (
    <>
      <DateTimeField label="订货时间" value={value} onChange={setValue} />
      <output>{value || "none"}</output>
      <button type="button">next</button>
      <button type="button" onClick={() => setValue("2026-11-20T08:00")}>
        reset
      </button>
    </>
  );
}

async function typeMoment(text: string) {
  renderInApp(<Harness />);
  await userEvent.clear(screen.getByLabelText("订货时间"));
  await userEvent.type(screen.getByLabelText("订货时间"), text);
  await userEvent.click(screen.getByRole("button", { name: "next" }));
}

describe("a field for a moment", () => {
  it("shows the factory's way of writing, whatever the browser's", () => {
    renderInApp(<Harness />);
    expect(typedInto(screen.getByLabelText("订货时间"))).toBe("2026-11-23 10:00");
  });

  it("takes a short time for today", async () => {
    await typeMoment("9:05");
    expect(wordsOf(screen.getByRole("status"))).toBe("2026-11-23T09:05");
    expect(typedInto(screen.getByLabelText("订货时间"))).toBe("2026-11-23 09:05");
  });

  it("keeps what is no moment in sight, says so, and has no value then", async () => {
    await typeMoment("25:00");
    expect(wordsOf(screen.getByRole("status"))).toBe("none");
    expect(typedInto(screen.getByLabelText("订货时间"))).toBe("25:00");
    expect(screen.getByText(/看不懂这个时间/)).toBeTruthy();
    await userEvent.click(screen.getByRole("button", { name: "reset" }));
    expect(typedInto(screen.getByLabelText("订货时间"))).toBe("2026-11-20 08:00");
  });
});
