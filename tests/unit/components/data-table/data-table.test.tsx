import { MantineProvider } from "@mantine/core";
import { render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { NextIntlClientProvider } from "next-intl";
import { afterEach, describe, expect, it, vi } from "vitest";
import { DataTable, type DataTableProps } from "@/components/data-table/data-table";
import { useTableSelection } from "@/components/data-table/selection";
import { emptyListState, type ListPage } from "@/lib/core/list-state";
import { CATALOGUE } from "@/lib/i18n/catalogue";

const push = vi.fn();
vi.mock("next/navigation", () => ({
  useRouter: () => ({ push }),
  usePathname: () => "/contracts",
}));

const page: ListPage = {
  rows: [
    {
      id: "a",
      number: "LG2026-002",
      customer: "宏达",
      amount: "-1234.50",
      quantity: "20",
      unit: "支",
      status: "DRAFT",
      on: "2026-11-23",
    },
    {
      id: "b",
      number: "LG2026-001",
      customer: "宏远",
      amount: "100.00",
      quantity: "2.5",
      unit: "kg",
      status: "EFFECTIVE",
      on: null,
    },
  ],
  next: "NEXT",
  previous: null,
  sort: { key: "number", direction: "desc" },
  pageTotals: { amount: "-1134.50" },
  matching: null,
  refusal: null,
};

const props: DataTableProps = {
  caption: "合同登记表",
  page,
  state: emptyListState,
  columns: [
    {
      key: "number",
      header: "编号",
      kind: "link",
      href: "/contracts/{id}",
      sortable: true,
      pinned: true,
      priority: 1,
    },
    { key: "customer", header: "客户", kind: "text" },
    { key: "quantity", header: "数量", kind: "quantity", unitKey: "unit" },
    { key: "amount", header: "金额", kind: "money", sortable: true },
    { key: "on", header: "日期", kind: "date" },
    {
      key: "status",
      header: "状态",
      kind: "state",
      states: { DRAFT: { label: "草稿", tone: "draft" } },
    },
  ],
  filters: [
    { key: "status", label: "状态", kind: "enum", options: [{ value: "DRAFT", label: "草稿" }] },
    { key: "on", label: "日期", kind: "dates" },
  ],
  rowHref: "/contracts/{id}",
  searchHint: "编号或客户",
};

function open(overrides: Partial<DataTableProps> = {}) {
  render(
    <NextIntlClientProvider
      locale="zh"
      messages={CATALOGUE.zh}
      timeZone="Asia/Shanghai"
      now={new Date("2026-11-23T02:00:00Z")}
    >
      <MantineProvider env="test">
        <DataTable {...props} {...overrides} />
      </MantineProvider>
    </NextIntlClientProvider>,
  );
  return userEvent.setup();
}

const rows = () => within(screen.getByRole("table")).getAllByRole("row").slice(1);

afterEach(() => push.mockClear());

describe("a register's table", () => {
  it("shows each value by its kind", () => {
    open();
    const [first, second] = rows();
    expect(first?.textContent).toContain("LG2026-002宏达20 支-1,234.502026-11-23");
    expect(first?.textContent).toContain("草稿");
    expect(second?.textContent).toContain("2.5 kg100.00");
    expect(
      within(first ?? document.body)
        .getByRole("link")
        .getAttribute("href"),
    ).toBe("/contracts/a");
  });

  it("sorts through the address, the largest first, and begins at the first page again", async () => {
    const user = open({ state: { ...emptyListState, after: "HERE" } });
    await user.click(screen.getByRole("button", { name: "金额" }));
    expect(push).toHaveBeenCalledWith("/contracts?sort=-amount", { scroll: false });
    expect(screen.getByRole("columnheader", { name: "编号" }).getAttribute("aria-sort")).toBe(
      "descending",
    );
  });

  it("offers the next page as a link, and the page before only where there is one", () => {
    open();
    expect(screen.getByRole("link", { name: "下一页" }).getAttribute("href")).toBe(
      "/contracts?after=NEXT",
    );
    expect(screen.queryByRole("link", { name: "上一页" })).toBeNull();
  });

  it("names the totals, and adds everything up only when asked", async () => {
    const user = open();
    expect(screen.getByRole("rowheader", { name: "本页合计" })).toBeTruthy();
    expect(screen.getByText("-¥1,134.50")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "计算全部合计" }));
    expect(push).toHaveBeenCalledWith("/contracts?totals=true", { scroll: false });
  });

  it("moves between rows with the arrows and opens one with Enter", async () => {
    const user = open();
    rows()[0]?.focus();
    await user.keyboard("{ArrowDown}");
    expect(rows()[1]).toBe(document.activeElement);
    await user.keyboard("{Enter}");
    expect(push).toHaveBeenCalledWith("/contracts/b");
  });

  it("opens a row by a click, but leaves its link alone", async () => {
    const user = open();
    await user.click(screen.getByText("宏远"));
    expect(push).toHaveBeenCalledWith("/contracts/b");
  });

  it("counts and adds up what is selected, and hands it to the buttons", async () => {
    const user = open({ selectable: true, bulkActions: <Confirm /> });
    rows()[0]?.focus();
    await user.keyboard(" ");
    expect(screen.getByText("已选 1 笔")).toBeTruthy();
    expect(screen.getByRole("button", { name: "确认 a" })).toBeTruthy();
    await user.click(screen.getByRole("checkbox", { name: "选择本页全部" }));
    expect(screen.getByRole("button", { name: "确认 a,b" })).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "取消选择" }));
    expect(screen.queryByText(/已选/)).toBeNull();
  });

  it("shows filters as chips, each with its ×", async () => {
    const user = open({
      state: { ...emptyListState, q: "宏", filters: { status: ["DRAFT"], on: ["2026-11-01", ""] } },
    });
    expect(screen.getByText("状态: 草稿")).toBeTruthy();
    expect(screen.getByText("日期: 2026-11-01 起")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "去掉筛选：状态" }));
    expect(push).toHaveBeenCalledWith(
      expect.stringMatching(/^\/contracts\?(?!.*status).*on=2026-11-01/),
      { scroll: false },
    );
  });

  it("adds a filter from its list", async () => {
    const user = open();
    await user.click(screen.getByRole("button", { name: "添加筛选" }));
    await user.click(await screen.findByRole("menuitem", { name: "状态" }));
    await user.click(await screen.findByRole("checkbox", { name: "草稿" }));
    await user.click(screen.getByRole("button", { name: "应用" }));
    expect(push).toHaveBeenCalledWith("/contracts?status=DRAFT", { scroll: false });
  });

  it("searches when typing stops, not while an input method composes", async () => {
    const user = open();
    await user.type(screen.getByRole("searchbox"), "宏达");
    expect(push).not.toHaveBeenCalled();
    await waitFor(() => expect(push).toHaveBeenCalledTimes(1));
    expect(decodeURI(push.mock.lastCall?.[0])).toBe("/contracts?q=宏达");
  });

  it("tells three kinds of emptiness apart", () => {
    const none = { ...page, rows: [], next: null };
    open({ page: none, empty: { title: "还没有合同" } });
    expect(screen.getByText("还没有合同")).toBeTruthy();
    open({ page: none, state: { ...emptyListState, q: "x" } });
    expect(screen.getByText("没有符合条件的记录")).toBeTruthy();
    open({
      page: { ...none, refusal: { code: "common.too_many_matches", details: { limit: "500" } } },
    });
    expect(screen.getByText(/符合的客户超过 500 个/)).toBeTruthy();
  });

  it("exports exactly this list", () => {
    open({
      exportName: "contracts",
      state: { ...emptyListState, sort: "amount", direction: "asc", after: "X" },
    });
    expect(screen.getByRole("link", { name: "导出 Excel" }).getAttribute("href")).toBe(
      "/api/export/contracts?sort=amount",
    );
  });
});

function Confirm() {
  const { ids } = useTableSelection();
  return <button type="button">确认 {ids.join(",")}</button>;
}
