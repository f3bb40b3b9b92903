import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type GridAction,
  type GridRules,
  initialGrid,
  reduceGrid,
} from "@/components/line-grid/grid-reducer";
import { cellText, filledRows, type GridColumn } from "@/components/line-grid/grid-types";
import { calendarDate } from "@/lib/core/calendar-date";

const columns: GridColumn[] = [
  {
    key: "product",
    header: "产品",
    kind: "product",
    width: 200,
    needed: true,
    onPick: () => ({ unit: "支", price: "12.5" }),
  },
  { key: "quantity", header: "数量", kind: "quantity", width: 80, needed: true },
  { key: "unit", header: "单位", kind: "unit", width: 60, options: [{ value: "支", label: "支" }] },
  {
    key: "price",
    header: "单价",
    kind: "price",
    width: 80,
    needed: true,
    parse: (text) =>
      text.endsWith("n")
        ? { value: "11.3", also: { netPrice: text.slice(0, -1) } }
        : { value: text },
  },
  { key: "amount", header: "金额", kind: "money", width: 100, compute: () => "0" },
  {
    key: "deliveryOn",
    header: "交货期",
    kind: "date",
    width: 100,
    needed: true,
    initial: "2026-12-01",
  },
];
const rules: GridRules = { columns, today: calendarDate("2026-11-23") };
const mill = { id: "p1", code: "XD-0001", label: "立铣刀" };

const run = (...actions: GridAction[]) =>
  actions.reduce((state, action) => reduceGrid(state, action, rules), initialGrid(rules, []));
const at = (rowId: string, key: string) => ({ rowId, key });
const next: GridAction = { type: "move", direction: "next" };
const back: GridAction = { type: "move", direction: "back" };
const type = (rowId: string, key: string, text: string): GridAction[] => [
  { type: "focus", at: at(rowId, key) },
  { type: "type", at: at(rowId, key), text },
];
const pick = (rowId: string): GridAction[] => [
  { type: "focus", at: at(rowId, "product") },
  { type: "pick", at: at(rowId, "product"), item: mill },
];

describe("typing lines", () => {
  it("begins with one blank row that is no line", () => {
    const state = run();
    expect(state.rows).toHaveLength(1);
    expect(cellText(state.rows[0] ?? never(), "deliveryOn")).toBe("2026-12-01");
    expect(filledRows(state.rows)).toHaveLength(0);
  });

  it("leads from the product to the quantity and past what defaults have filled to a new row", () => {
    const state = run(...pick("row-1"), next);
    expect(state.active).toEqual(at("row-1", "quantity"));
    const after = [...type("row-1", "quantity", "20"), next].reduce(
      (grid, action) => reduceGrid(grid, action, rules),
      state,
    );
    expect(after.active).toEqual(at("row-2", "product"));
    expect(after.rows).toHaveLength(2);
  });

  it("stops at a default that was overwritten by hand", () => {
    const state = run(
      ...pick("row-1"),
      ...type("row-1", "price", "13"),
      ...type("row-1", "quantity", "1"),
      next,
    );
    expect(state.active).toEqual(at("row-1", "price"));
  });

  it("makes no second blank row", () => {
    const state = run({ type: "focus", at: at("row-1", "deliveryOn") }, next, next, next);
    expect(state.rows).toHaveLength(1);
  });

  it("goes back over the same stops", () => {
    const state = run(...pick("row-1"), next, ...type("row-1", "quantity", "20"), next, back);
    expect(state.active).toEqual(at("row-1", "quantity"));
  });

  it("reads what was typed when the cell is left", () => {
    expect(read("quantity", "１,２００")).toBe("1200");
    expect(read("deliveryOn", "1205")).toBe("2026-12-05");
    expect(read("deliveryOn", "+7")).toBe("2026-11-30");
  });

  it("keeps the net price that was typed beside the price it gives", () => {
    const state = run(...type("row-1", "price", "10n"), {
      type: "leave",
      at: at("row-1", "price"),
    });
    expect(state.rows[0]?.cells).toMatchObject({ price: "11.3", netPrice: "10" });
  });

  it("names what it cannot read and keeps it, and typing takes the name away", () => {
    const state = run(...type("row-1", "quantity", "abc"), next);
    expect(state.issues["row-1"]).toEqual({ quantity: { code: "common.quantity_malformed" } });
    expect(cellText(state.rows[0] ?? never(), "quantity")).toBe("abc");
    const [, again] = type("row-1", "quantity", "2");
    expect(reduceGrid(state, again ?? never(), rules).issues["row-1"]).toEqual({});
  });

  it("says so when a product was typed but not picked", () => {
    const state = run(...type("row-1", "product", "立铣"), next);
    expect(state.issues["row-1"]).toEqual({ product: { code: "grid.not_picked" } });
  });

  it("replaces what belonged to the product before, also where it was typed", () => {
    const state = run(...pick("row-1"), ...type("row-1", "price", "99"), ...pick("row-1"));
    expect(cellText(state.rows[0] ?? never(), "price")).toBe("12.5");
  });

  it("forgets the pick when its text is changed", () => {
    const state = run(...pick("row-1"), ...type("row-1", "product", "钻头"));
    expect(state.rows[0]?.picked).toEqual({});
  });
});

describe("copying from above", () => {
  const first: GridAction[] = [...pick("row-1"), ...type("row-1", "quantity", "20"), next];

  it("copies a figure", () => {
    const state = run(...first, { type: "copy_above", at: at("row-2", "quantity") });
    expect(cellText(state.rows[1] ?? never(), "quantity")).toBe("20");
    expect(state.active).toEqual(at("row-2", "quantity"));
  });

  it("copies a product with what its pick fills", () => {
    const state = run(...first, { type: "copy_above", at: at("row-2", "product") });
    expect(state.rows[1]?.picked.product).toEqual(mill);
    expect(cellText(state.rows[1] ?? never(), "unit")).toBe("支");
  });

  it("leaves the first row and computed cells alone", () => {
    const state = run(...first);
    for (const cell of [at("row-1", "quantity"), at("row-2", "amount")]) {
      expect(reduceGrid(state, { type: "copy_above", at: cell }, rules)).toBe(state);
    }
  });
});

describe("rows", () => {
  const two: GridAction[] = [
    ...pick("row-1"),
    ...type("row-1", "quantity", "20"),
    next,
    ...pick("row-2"),
  ];

  it("are inserted above the one with the focus", () => {
    const state = run(...two, { type: "insert" });
    expect(state.rows.map(({ id }) => id)).toEqual(["row-1", "row-3", "row-2"]);
    expect(state.active).toEqual(at("row-3", "product"));
  });

  it("are deleted, and come back where they were", () => {
    const state = run(...two, { type: "remove", rowId: "row-1" });
    expect(state.rows.map(({ id }) => id)).toEqual(["row-2"]);
    const again = reduceGrid(state, { type: "restore" }, rules);
    expect(again.rows.map(({ id }) => id)).toEqual(["row-1", "row-2"]);
    expect(again.removed).toBeNull();
  });

  it("never run out: deleting the last leaves a blank one", () => {
    const state = run({ type: "remove", rowId: "row-1" });
    expect(state.rows.map(({ id }) => id)).toEqual(["row-2"]);
  });

  it("take later facts only where nobody has typed", () => {
    const state = run(...pick("row-1"), ...type("row-1", "quantity", "20"), {
      type: "fill",
      rowId: "row-1",
      cells: { price: "9.8", quantity: "99" },
    });
    expect(state.rows[0]?.cells).toMatchObject({ price: "9.8", quantity: "20" });
  });

  it("give a cell back what it held", () => {
    const before = run(...pick("row-1"), ...type("row-1", "quantity", "20"));
    const changed = reduceGrid(
      before,
      { type: "type", at: at("row-1", "product"), text: "钻" },
      rules,
    );
    const state = reduceGrid(
      changed,
      { type: "revert", at: at("row-1", "product"), before: before.rows[0] ?? never() },
      rules,
    );
    expect(state.rows).toEqual(before.rows);
  });

  it("are replaced by a loaded draft and extended by a paste", () => {
    const loaded = run(...two, { type: "load", rows: [{ cells: { product: "铰刀" } }] });
    expect(loaded.rows).toHaveLength(1);
    const extended = reduceGrid(
      loaded,
      { type: "add", rows: [{ cells: { product: "丝锥" } }] },
      rules,
    );
    expect(extended.rows.map((row) => cellText(row, "product"))).toEqual(["铰刀", "丝锥"]);
    expect(run({ type: "add", rows: [{ cells: { product: "丝锥" } }] }).rows).toHaveLength(1);
  });

  it("show the issues of a refused save by the typed lines, not by blank rows", () => {
    const state = run(
      ...two,
      { type: "insert" },
      {
        type: "report",
        path: "lines",
        issues: [
          { path: "lines.1.quantity", code: "common.required", details: { a: "b" } },
          { path: "customerId", code: "common.required" },
          { path: "lines.9.quantity", code: "common.required" },
        ],
      },
    );
    expect(state.issues).toEqual({
      "row-2": { quantity: { code: "common.required", details: { a: "b" } } },
    });
  });

  it("name the cells that cannot be read in the round of a refused save", () => {
    const state = run(
      ...two,
      { type: "type", at: at("row-1", "quantity"), text: "二十" },
      {
        type: "report",
        path: "lines",
        issues: [{ path: "lines.1.quantity", code: "common.required" }],
      },
    );
    expect(state.issues["row-1"]?.quantity).toEqual({ code: "common.quantity_malformed" });
    expect(state.issues["row-2"]?.quantity).toEqual({ code: "common.required" });
  });
});

describe("whatever is done", () => {
  const rowId = fc.integer({ min: 1, max: 6 }).map((number) => `row-${number}`);
  const typedKeys = columns.filter(({ compute }) => !compute).map(({ key }) => key);
  const address = fc.record({ rowId, key: fc.constantFrom(...typedKeys) });
  const action: fc.Arbitrary<GridAction> = fc.oneof(
    address.map((cell): GridAction => ({ type: "focus", at: cell })),
    fc
      .record({ at: address, text: fc.constantFrom("", "5", "x", "1205") })
      .map((typed): GridAction => ({ type: "type", ...typed })),
    address.map((cell): GridAction => ({ type: "pick", at: cell, item: mill })),
    address.map((cell): GridAction => ({ type: "leave", at: cell })),
    address.map((cell): GridAction => ({ type: "copy_above", at: cell })),
    fc
      .constantFrom("next", "back", "up", "down", "left", "right")
      .map((direction): GridAction => ({ type: "move", direction })),
    fc.constantFrom<GridAction>({ type: "append" }, { type: "insert" }, { type: "restore" }),
    rowId.map((id): GridAction => ({ type: "remove", rowId: id })),
  );

  it("row ids stay unique and there is always a row to type in", () => {
    fc.assert(
      fc.property(fc.array(action, { maxLength: 40 }), (actions) => {
        const state = run(...actions);
        const ids = state.rows.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids.length).toBeGreaterThan(0);
        for (const row of state.rows) expect(row.cells).not.toHaveProperty("amount");
      }),
    );
  });

  it("Enter alone never makes more than one blank row", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), (times) => {
        const state = run(
          { type: "focus", at: at("row-1", "product") },
          ...Array.from({ length: times }, () => next),
        );
        expect(state.rows).toHaveLength(1);
      }),
    );
  });
});

function read(key: string, text: string): string {
  const state = run(...type("row-1", key, text), { type: "leave", at: at("row-1", key) });
  return cellText(state.rows[0] ?? never(), key);
}

function never(): never {
  throw new Error("there is none");
}
