import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { describe, expect, it } from "vitest";
import { DateField } from "@/components/ui/date-field";
import { renderInApp, typedInto, wordsOf } from "../render-in-app";

function Harness() {
  const [value, setValue] = useState<string | null>(null);
  return (
    <>
      <DateField label="交货期" value={value} onChange={setValue} />
      <output>{value ?? "none"}</output>
      <button type="button">next</button>
    </>
  );
}

function Late() {
  const [value, setValue] = useState<string | null>("2026-11-23");
  return <DateField label="付款日期" value={value} onChange={setValue} maxDate="2026-11-23" />;
}

async function typeDate(text: string) {
  renderInApp(<Harness />);
  await userEvent.type(screen.getByLabelText("交货期"), text);
  await userEvent.click(screen.getByRole("button", { name: "next" }));
}

describe("a date field", () => {
  it.each([
    ["1123", "2026-11-23"],
    ["明天", "2026-11-24"],
    ["+7", "2026-11-30"],
  ])("takes %s for %s", async (typed, date) => {
    await typeDate(typed);
    expect(wordsOf(screen.getByRole("status"))).toContain(date);
    expect(typedInto(screen.getByLabelText("交货期"))).toBe(date);
  });

  it("keeps what is no date in sight, says so, and has no value then", async () => {
    await typeDate("0231");
    expect(wordsOf(screen.getByRole("status"))).toContain("none");
    expect(typedInto(screen.getByLabelText("交货期"))).toBe("0231");
    expect(screen.getByText(/看不懂这个日期/)).toBeTruthy();
  });

  it("takes a day from its calendar, which opens at the month of what was typed", async () => {
    renderInApp(<Harness />);
    const field = screen.getByLabelText("交货期");
    await userEvent.type(field, "2027-02-03");
    expect(await screen.findByText("2027年2月")).toBeTruthy();
    await userEvent.click(screen.getByRole("button", { name: /^17 / }));
    expect(wordsOf(screen.getByRole("status"))).toContain("2027-02-17");
    expect(typedInto(field)).toBe("2027-02-17");
    expect(screen.queryByText("2027年2月")).toBeNull();
  });

  it("keeps a date that is not allowed and says until when it may be", async () => {
    renderInApp(<Late />);
    const field = screen.getByLabelText("付款日期");
    await userEvent.clear(field);
    await userEvent.type(field, "2027-01-05");
    await userEvent.tab();
    expect(typedInto(field)).toBe("2027-01-05");
    expect(screen.getByText("日期不能晚于 2026-11-23。请改正。")).toBeTruthy();
  });
});
