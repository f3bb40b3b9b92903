import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  exportSearch,
  isNarrowed,
  listSearch,
  loadListState,
} from "@/components/data-table/list-params";
import { emptyListState, type ListState } from "@/lib/core/list-state";

const filters = [{ key: "status" }, { key: "orderedOn" }];
const read = (search: string) => loadListState(new URLSearchParams(search), filters);

describe("a list's address", () => {
  it("is empty for the plain list", async () => {
    expect(listSearch(emptyListState, filters)).toBe("");
    expect(await read("")).toEqual(emptyListState);
    expect(isNarrowed(emptyListState)).toBe(false);
  });

  it("says filters, sort, search and place", async () => {
    const state = await read(
      "?q=宏达&sort=-amount&status=DRAFT,EFFECTIVE&orderedOn=2026-01-01,&after=abc&size=100",
    );
    expect(state).toEqual({
      ...emptyListState,
      q: "宏达",
      sort: "amount",
      direction: "desc",
      after: "abc",
      size: 100,
      filters: { status: ["DRAFT", "EFFECTIVE"], orderedOn: ["2026-01-01", ""] },
    });
    expect(isNarrowed(state)).toBe(true);
  });

  it("comes back as it went out", async () => {
    const word = fc.string({ minLength: 1, maxLength: 12 });
    const state: fc.Arbitrary<ListState> = fc.record({
      q: fc.constantFrom("", "宏达 & co", "50%"),
      sort: fc.constant("amount"),
      direction: fc.constantFrom("asc" as const, "desc" as const),
      after: fc.option(word),
      before: fc.constant(null),
      size: fc.constantFrom(50, 100),
      totals: fc.boolean(),
      filters: fc.record(
        { status: fc.array(word, { minLength: 1, maxLength: 3 }) },
        { requiredKeys: [] },
      ),
    });
    await fc.assert(
      fc.asyncProperty(state, async (there) => {
        expect(await read(listSearch(there, filters))).toEqual(there);
      }),
    );
  });

  it("tells a comma in a value from one between values, and from its sign", async () => {
    const there: ListState = { ...emptyListState, filters: { status: ["a,b", "%2C ", "50%"] } };
    expect(await read(listSearch(there, filters))).toEqual(there);
  });

  it("bounds what is typed into it by hand", async () => {
    expect((await read("?size=100000")).size).toBe(200);
    expect((await read("?size=-1")).size).toBe(50);
    expect((await read("?size=x&totals=maybe")).totals).toBe(false);
    expect((await read(`?q=${"x".repeat(500)}`)).q).toHaveLength(80);
  });

  it("of an export has no page", async () => {
    const state = await read("?q=a&sort=-amount&after=abc&totals=true");
    expect(exportSearch(state, filters)).toBe("?q=a&sort=-amount");
  });
});
