import { fireEvent, render } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { KeepSession } from "@/components/layout/keep-session";

const renewals = vi.fn(() => Promise.resolve(new Response("{}")));

beforeEach(() => {
  vi.useFakeTimers({ now: new Date("2026-11-23T02:00:00Z") });
  vi.stubGlobal("fetch", renewals);
});
afterEach(() => {
  vi.useRealTimers();
  sessionStorage.clear();
  vi.unstubAllGlobals();
  renewals.mockClear();
});

describe("the session of an open page", () => {
  it("is renewed by an active person, at most every four minutes", () => {
    render(<KeepSession />);
    renewals.mockClear();
    fireEvent.keyDown(window, { key: "a" });
    expect(renewals).not.toHaveBeenCalled();

    vi.setSystemTime(new Date("2026-11-23T02:04:00Z"));
    fireEvent.keyDown(window, { key: "a" });
    fireEvent.pointerDown(window);
    expect(renewals).toHaveBeenCalledTimes(1);
    expect(renewals).toHaveBeenCalledWith("/api/auth/session", { cache: "no-store" });

    vi.setSystemTime(new Date("2026-11-23T02:08:00Z"));
    fireEvent.wheel(window);
    expect(renewals).toHaveBeenCalledTimes(2);
  });

  it("is renewed by who opens one page after the other, too", () => {
    render(<KeepSession />).unmount();
    expect(renewals).toHaveBeenCalledTimes(1);
    vi.setSystemTime(new Date("2026-11-23T02:03:00Z"));
    render(<KeepSession />).unmount();
    expect(renewals).toHaveBeenCalledTimes(1);
    vi.setSystemTime(new Date("2026-11-23T02:05:00Z"));
    render(<KeepSession />).unmount();
    expect(renewals).toHaveBeenCalledTimes(2);
  });

  it("is left to end when nobody touches the page, or when the page is left", () => {
    const { unmount } = render(<KeepSession />);
    renewals.mockClear();
    vi.advanceTimersByTime(60 * 60_000);
    expect(renewals).not.toHaveBeenCalled();
    unmount();
    fireEvent.keyDown(window, { key: "a" });
    expect(renewals).not.toHaveBeenCalled();
  });
});
