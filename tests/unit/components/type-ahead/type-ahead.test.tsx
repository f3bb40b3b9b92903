import { MantineProvider } from "@mantine/core";
import { fireEvent, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { NextIntlClientProvider } from "next-intl";
import { useState } from "react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { CustomerPicker } from "@/components/type-ahead/customer-picker";
import { matchParts } from "@/components/type-ahead/match-parts";
import { plainHit, readSuggestions, type Suggestion } from "@/components/type-ahead/suggestion";
import { CATALOGUE } from "@/lib/i18n/catalogue";

const customers: Suggestion[] = [
  { id: "c1", code: "C0001", label: "宏达精密机械", sub: "杭州 · 1234" },
  { id: "c2", code: "C0002", label: "宏远工具" },
];
const aborted: string[] = [];
const asked: string[] = [];
const onCreate = vi.fn();
let chosen: Suggestion | null = null;

function Form() {
  const [value, setValue] = useState<Suggestion | null>(null);
  chosen = value;
  return <CustomerPicker value={value} onChange={setValue} onCreate={onCreate} />;
}

function open() {
  vi.stubGlobal("fetch", async (address: string, { signal }: RequestInit) => {
    const query = new URLSearchParams(address.split("?")[1]).get("q") ?? "";
    asked.push(query);
    signal?.addEventListener("abort", () => aborted.push(query));
    await new Promise((done) => setTimeout(done, 30));
    return Response.json({
      results: customers.filter(({ code, label }) => `${code} ${label}`.includes(query)),
    });
  });
  render(
    <NextIntlClientProvider locale="zh" messages={CATALOGUE.zh} timeZone="Asia/Shanghai">
      <MantineProvider env="test">
        <Form />
      </MantineProvider>
    </NextIntlClientProvider>,
  );
  return { user: userEvent.setup(), box: screen.getByLabelText("客户", { selector: "input" }) };
}

const hits = (count: number) =>
  waitFor(() => expect(screen.getAllByRole("option", { name: /C000/ })).toHaveLength(count));

afterEach(() => {
  vi.unstubAllGlobals();
  asked.splice(0);
  aborted.splice(0);
  chosen = null;
  onCreate.mockClear();
});

describe("a type-ahead", () => {
  it("asks once for a word typed quickly, and picks with Enter", async () => {
    const { user, box } = open();
    await user.click(box);
    await user.keyboard("宏达");
    await hits(1);
    expect(asked.filter((query) => query !== "")).toEqual(["宏达"]);
    await user.keyboard("{Enter}");
    expect(chosen?.id).toBe("c1");
    expect(box).toHaveProperty("value", "C0001 宏达精密机械");
  });

  it("cancels the search before", async () => {
    const { user, box } = open();
    await user.click(box);
    await user.keyboard("宏");
    await waitFor(() => expect(asked).toContain("宏"));
    await user.keyboard("达");
    await waitFor(() => expect(aborted).toContain("宏"));
    await hits(1);
  });

  it("waits for the hit when Enter is faster", async () => {
    const { user, box } = open();
    await user.click(box);
    await user.keyboard("C0002{Enter}");
    await waitFor(() => expect(chosen?.id).toBe("c2"));
  });

  it("chooses also for who has left with Tab before the hit was there", async () => {
    const { user, box } = open();
    await user.click(box);
    await user.keyboard("C0002{Tab}");
    expect(box).not.toBe(document.activeElement);
    await waitFor(() => expect(chosen?.id).toBe("c2"));
    expect(box).toHaveProperty("value", "C0002 宏远工具");
  });

  it("leaves what names several customers as it was typed, when its box is left in a hurry", async () => {
    const { user, box } = open();
    await user.click(box);
    await user.keyboard("宏{Tab}");
    await waitFor(() => expect(asked).toContain("宏"));
    expect(chosen).toBeNull();
    expect(box).toHaveProperty("value", "宏");
  });

  it("does not search while an input method composes, and its Enter picks nothing", async () => {
    const { box } = open();
    fireEvent.focus(box);
    fireEvent.compositionStart(box);
    fireEvent.change(box, { target: { value: "hong" } });
    fireEvent.keyDown(box, { key: "Enter", code: "Enter", keyCode: 229 });
    await new Promise((done) => setTimeout(done, 200));
    expect(asked).toEqual([]);
    fireEvent.change(box, { target: { value: "宏" } });
    fireEvent.compositionEnd(box);
    await hits(2);
    expect(chosen).toBeNull();
  });

  it("keeps the typed text for a new customer", async () => {
    const { user, box } = open();
    await user.click(box);
    await user.keyboard("新厂");
    await user.click(await screen.findByRole("option", { name: /新建客户“新厂”/ }));
    expect(onCreate).toHaveBeenCalledWith("新厂");
    expect(box).toHaveProperty("value", "新厂");
  });

  it("forgets the choice when its text is emptied, and keeps it when nothing else is picked", async () => {
    const { user, box } = open();
    await user.click(box);
    await user.keyboard("宏达");
    await hits(1);
    await user.keyboard("{Enter}");
    await user.clear(box);
    expect(chosen).toBeNull();
  });

  it("shows what was picked lately first, before anything is typed", async () => {
    const { user, box } = open();
    await user.click(box);
    await user.keyboard("宏远");
    await hits(1);
    await user.keyboard("{Enter}");
    await user.click(screen.getByLabelText("清除所选"));
    await user.click(box);
    await hits(2);
    expect(screen.getAllByRole("option", { name: /C000/ })[0]?.textContent).toContain("宏远");
  });

  it("says so when nothing is found and when the search failed", async () => {
    const { user, box } = open();
    await user.click(box);
    await user.keyboard("无此厂");
    expect(await screen.findByText("没有找到“无此厂”。")).toBeTruthy();
    vi.stubGlobal("fetch", async () => new Response(null, { status: 500 }));
    await user.keyboard("甲");
    expect(await screen.findByText(/没有查成/)).toBeTruthy();
  });
});

describe("a hit", () => {
  it("marks what was typed, whatever its case, width and sign", () => {
    expect(matchParts("φ10×22×72-4F", "10X22")).toEqual([
      { text: "φ", isMatch: false },
      { text: "10×22", isMatch: true },
      { text: "×72-4F", isMatch: false },
    ]);
    expect(matchParts("宏达", "hd")).toEqual([{ text: "宏达", isMatch: false }]);
    expect(matchParts("宏达", "")).toEqual([{ text: "宏达", isMatch: false }]);
  });

  it("is plain when it is the only one, or named in full", () => {
    expect(plainHit(customers, "宏")).toBeNull();
    expect(plainHit(customers, "ｃ0002")?.id).toBe("c2");
    expect(plainHit(customers.slice(0, 1), "h")?.id).toBe("c1");
  });

  it("is left out when the answer has another shape", () => {
    expect(readSuggestions({ results: [{ id: 1 }, customers[0]] })).toEqual([customers[0]]);
    expect(readSuggestions([])).toEqual([]);
    expect(readSuggestions(null)).toEqual([]);
  });
});
