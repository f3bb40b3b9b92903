import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { ClauseHint } from "@/components/ui/clause-hint";
import { DateText, DateTimeText } from "@/components/ui/date-text";
import { MoneyText } from "@/components/ui/money-text";
import { QuantityText } from "@/components/ui/quantity-text";
import { StateBadge } from "@/components/ui/state-badge";
import { renderInApp, wordsOf } from "../render-in-app";

describe("figures on the screen", () => {
  it("show a debt with the word, an absent amount as a dash", () => {
    renderInApp(
      <>
        <p data-testid="debt">
          <MoneyText amount="3400" debt />
        </p>
        <p data-testid="none">
          <MoneyText amount={null} />
        </p>
        <p data-testid="quantity">
          <QuantityText quantity="20.000" unit="支" />
        </p>
      </>,
    );
    expect(wordsOf(screen.getByTestId("debt"))).toContain("欠 3,400.00");
    expect(wordsOf(screen.getByTestId("none"))).toContain("—");
    expect(wordsOf(screen.getByTestId("quantity"))).toContain("20 支");
  });

  it("name a near date and put moments on the factory's clock", () => {
    renderInApp(
      <>
        <p data-testid="date">
          <DateText date="2026-11-24" near />
        </p>
        <p data-testid="moment">
          <DateTimeText at="2026-11-23T16:30:00Z" />
        </p>
      </>,
    );
    expect(wordsOf(screen.getByTestId("date"))).toContain("2026-11-24 明天");
    expect(wordsOf(screen.getByTestId("moment"))).toContain("2026-11-24 00:30");
  });

  it("a state is a shape and a word, also in English", () => {
    renderInApp(<StateBadge tone="pending" />, "en");
    expect(screen.getByText("Awaiting approval")).toBeTruthy();
    expect(screen.getByText("◐").getAttribute("aria-hidden")).toBe("true");
  });
});

describe("[RA] the clause behind a step", () => {
  it("opens with our own words", async () => {
    renderInApp(<ClauseHint clause="R1.1.4-a" />);
    await userEvent.click(screen.getByRole("button", { name: "查看制度 1.1.4 的要求" }));
    expect(await screen.findByText("合同编好后，先由市场部部长核对。")).toBeTruthy();
  });
});
