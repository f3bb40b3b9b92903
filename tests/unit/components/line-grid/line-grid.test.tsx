import { MantineProvider } from "@mantine/core";
import { Notifications, notifications } from "@mantine/notifications";
import { createEvent, fireEvent, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { NextIntlClientProvider } from "next-intl";
import { afterEach, describe, expect, it, vi } from "vitest";
import { cellText, type GridColumn } from "@/components/line-grid/grid-types";
import { LineGrid } from "@/components/line-grid/line-grid";
import { type LineGridModel, useLineGrid } from "@/components/line-grid/use-line-grid";
import { Money } from "@/lib/core/money";
import { Quantity } from "@/lib/core/quantity";
import { lineAmount, UnitPrice } from "@/lib/core/unit-price";
import { CATALOGUE } from "@/lib/i18n/catalogue";

// The browser rests: what is fetched ahead is there.
vi.mock("@/components/ui/when-idle", () => ({
  whenIdle: (fetchAhead: () => Promise<unknown>) => {
    void fetchAhead();
    return () => {};
  },
}));

const columns: GridColumn[] = [
  {
    key: "product",
    header: "产品",
    kind: "product",
    width: 200,
    needed: true,
    search: { url: "/api/search/products" },
    onPick: ({ extra }) => ({ unit: String(extra?.unit ?? "") }),
  },
  { key: "quantity", header: "数量", kind: "quantity", width: 80, needed: true },
  { key: "unit", header: "单位", kind: "unit", width: 60, options: [{ value: "支", label: "支" }] },
  { key: "price", header: "单价", kind: "price", width: 80, needed: true },
  {
    key: "amount",
    header: "金额",
    kind: "money",
    width: 100,
    compute: (row) => amountOf(cellText(row, "quantity"), cellText(row, "price")),
    total: (rows) =>
      Money.sum(
        rows.map((row) =>
          Money.of(amountOf(cellText(row, "quantity"), cellText(row, "price")) || "0"),
        ),
      ).toString(),
  },
];

function amountOf(quantity: string, price: string): string {
  const [count, each] = [Quantity.parse(quantity), UnitPrice.parse(price)];
  return count && each ? lineAmount(count, each).toString() : "";
}

const products = [
  {
    id: "p1",
    code: "XD-0001",
    label: "硬质合金立铣刀",
    sub: "φ10×22×72-4F",
    extra: { unit: "支" },
  },
  { id: "p2", code: "XD-0002", label: "硬质合金球头铣刀", sub: "R3×6×50", extra: { unit: "支" } },
];

let model: LineGridModel;
const onSubmit = vi.fn(() => model.lines.length);
const onFocusRow = vi.fn();

function Order() {
  const grid = useLineGrid(columns);
  model = grid;
  return <LineGrid grid={grid} maxRows={3} onSubmit={onSubmit} onFocusRow={onFocusRow} />;
}

function open() {
  vi.stubGlobal(
    "fetch",
    vi.fn(async (address: string) => {
      const query = new URLSearchParams(address.split("?")[1]).get("q") ?? "";
      const results = products.filter(
        ({ code, label }) => code.includes(query) || label.includes(query),
      );
      return Response.json({ results });
    }),
  );
  render(
    <NextIntlClientProvider
      locale="zh"
      messages={CATALOGUE.zh}
      timeZone="Asia/Shanghai"
      now={new Date("2026-11-23T02:00:00Z")}
    >
      <MantineProvider>
        <Notifications />
        <Order />
      </MantineProvider>
    </NextIntlClientProvider>,
  );
  return userEvent.setup();
}

const cell = (row: number, header: string) => screen.getByLabelText(`第 ${row} 行 ${header}`);
const hits = (count: number) =>
  waitFor(() => expect(screen.getAllByRole("option", { name: /XD-/ })).toHaveLength(count));
/** Keys go on one by one, with a search before each product. */
const slowly = { timeout: 10_000 };
const values = () => model.state.rows.map(({ cells }) => cells);

afterEach(() => {
  notifications.clean();
  vi.unstubAllGlobals();
  vi.clearAllMocks();
});

describe("the line grid", () => {
  it("takes two lines by keyboard alone: Enter picks, moves on, and opens the next row", async () => {
    const user = open();
    await user.tab();
    expect(cell(1, "产品")).toBe(document.activeElement);
    await user.keyboard("XD-0001");
    await hits(1);
    await user.keyboard("{Enter}");
    expect(cell(1, "数量")).toBe(document.activeElement);
    await user.keyboard("20{Enter}12.5{Enter}");
    expect(cell(2, "产品")).toBe(document.activeElement);
    await user.keyboard("球头");
    await hits(1);
    await user.keyboard("{Enter}5{Enter}={Enter}");
    expect(model.lines.map(({ cells }) => cells)).toEqual([
      { product: "硬质合金立铣刀", quantity: "20", unit: "支", price: "12.50" },
      { product: "硬质合金球头铣刀", quantity: "5", unit: "支", price: "12.50" },
    ]);
    expect(cell(1, "金额")).toHaveProperty("value", "250.00");
    expect(screen.getByText("312.50")).toBeTruthy();
  });

  it("waits for the hit when Enter is faster than the search", async () => {
    const user = open();
    await user.tab();
    await user.keyboard("XD-0002{Enter}");
    await waitFor(() => expect(cell(1, "数量")).toBe(document.activeElement));
    expect(model.state.rows[0]?.picked.product?.id).toBe("p2");
  });

  it("takes three lines typed without a pause: each key lands in the cell it was meant for", async () => {
    const user = open();
    await vi.dynamicImportSettled();
    await user.tab();
    await user.keyboard(
      "XD-0001{Enter}20{Enter}12.5{Enter}XD-0002{Enter}57{Backspace}{Enter}3{Enter}",
    );
    await user.keyboard("XD-0001{Enter}1{Enter}9");
    await waitFor(() => expect(cell(3, "单价")).toHaveProperty("value", "9"), slowly);
    expect(model.lines.map(({ cells }) => cells)).toEqual([
      { product: "硬质合金立铣刀", quantity: "20", unit: "支", price: "12.50" },
      { product: "硬质合金球头铣刀", quantity: "5", unit: "支", price: "3.00" },
      { product: "硬质合金立铣刀", quantity: "1", unit: "支", price: "9" },
    ]);
  });

  it("says which keys it could not use when the search leaves a choice", async () => {
    const user = open();
    await vi.dynamicImportSettled();
    await user.tab();
    await user.keyboard("硬质{Enter}20{Enter}");
    await screen.findByText(/“20”没有录入/, {}, slowly);
    expect(cell(1, "产品")).toHaveProperty("value", "硬质");
    expect(cell(1, "产品")).toBe(document.activeElement);
    await user.keyboard("{ArrowDown}{Enter}");
    expect(model.state.rows[0]?.picked.product?.id).toBe("p2");
  });

  it("goes on to the next cell when nothing is found for what was typed", async () => {
    const user = open();
    await vi.dynamicImportSettled();
    await user.tab();
    await user.keyboard("非标铰刀{Enter}4");
    await waitFor(() => expect(cell(1, "数量")).toHaveProperty("value", "4"), slowly);
    expect(cell(1, "产品")).toHaveProperty("value", "非标铰刀");
  });

  it("chooses among several hits with the arrows", async () => {
    const user = open();
    await user.tab();
    await user.keyboard("硬质");
    await hits(2);
    await user.keyboard("{ArrowDown}{Enter}");
    expect(model.state.rows[0]?.picked.product?.id).toBe("p2");
  });

  it("does not move on with the Enter that ends a word of the input method", async () => {
    const user = open();
    await user.tab();
    await user.keyboard("XD-0001");
    await hits(1);
    const input = cell(1, "产品");
    for (const composing of [{ isComposing: true }, { keyCode: 229 }]) {
      const event = createEvent.keyDown(input, { key: "Enter", ...composing });
      fireEvent(input, event);
      expect(event.defaultPrevented).toBe(false);
    }
    expect(cell(1, "产品")).toBe(document.activeElement);
    expect(model.state.rows[0]?.picked).toEqual({});
  });

  it("does not search for the letters of an unfinished word", async () => {
    const user = open();
    await user.tab();
    const input = cell(1, "产品");
    fireEvent.compositionStart(input);
    fireEvent.change(input, { target: { value: "lixi" } });
    await new Promise((done) => setTimeout(done, 200));
    expect(fetch).not.toHaveBeenCalled();
    fireEvent.compositionEnd(input);
    await waitFor(() => expect(fetch).toHaveBeenCalled());
  });

  it("moves between rows with the arrows and copies from above with Ctrl+D", async () => {
    const user = open();
    await user.click(cell(1, "数量"));
    await user.keyboard("20{Enter}3{Enter}");
    await user.click(cell(2, "数量"));
    await user.keyboard("{Control>}d{/Control}{ArrowUp}");
    expect(cell(1, "数量")).toBe(document.activeElement);
    expect(values()[1]?.quantity).toBe("20");
  });

  it("reads the last cell before Ctrl+Enter saves", async () => {
    const user = open();
    await user.click(cell(1, "数量"));
    await user.keyboard("１，０００{Control>}{Enter}{/Control}");
    expect(onSubmit).toHaveReturnedWith(1);
    expect(model.lines[0]?.cells.quantity).toBe("1000");
  });

  it("gives back with Escape what the cell held", async () => {
    const user = open();
    await user.click(cell(1, "数量"));
    await user.keyboard("20{Enter}");
    await user.click(cell(1, "数量"));
    await user.keyboard("7{Escape}");
    expect(values()[0]?.quantity).toBe("20");
  });

  it("names a cell that cannot be read, beside the cell", async () => {
    const user = open();
    await user.click(cell(1, "数量"));
    await user.keyboard("二十{Enter}");
    expect(cell(1, "数量").getAttribute("aria-invalid")).toBe("true");
    expect(screen.getByText(/数量只能是数字/)).toBeTruthy();
  });

  it("lets Tab out of the grid from a blank last row", async () => {
    const user = open();
    await user.click(cell(1, "单价"));
    await user.tab();
    expect(document.activeElement?.closest("table")).toBeNull();
  });

  it("tells who follows the row with the focus", async () => {
    const user = open();
    await user.click(cell(1, "数量"));
    await user.keyboard("20");
    expect(onFocusRow.mock.lastCall?.[0]).toMatchObject({ id: "row-1", cells: { quantity: "20" } });
  });

  it("says why there is no further row", async () => {
    const user = open();
    const add = screen.getByRole("button", { name: "加一行" });
    await user.click(add);
    await user.click(add);
    expect(screen.getByText("已满 3 行，不能再加。多的请另开一单。")).toBeTruthy();
    expect(add).toHaveProperty("disabled", true);
  });

  it("deletes a row and brings it back", async () => {
    const user = open();
    await user.click(cell(1, "数量"));
    await user.keyboard("20{Control>}{Delete}{/Control}");
    expect(model.lines).toHaveLength(0);
    await user.click(screen.getByRole("button", { name: "撤销删除" }));
    expect(model.lines[0]?.cells.quantity).toBe("20");
  });
});
