import { describe, expect, it } from "vitest";
import { calendarDate } from "@/lib/core/calendar-date";
import { parseTypedDate, parseTypedDateTime } from "@/lib/i18n/typed-date";

const today = calendarDate("2026-11-23");

describe("a typed date", () => {
  it.each([
    ["1123", "2026-11-23"],
    ["11-23", "2026-11-23"],
    ["11/5", "2026-11-05"],
    ["11.5", "2026-11-05"],
    ["11月5日", "2026-11-05"],
    ["20261123", "2026-11-23"],
    ["261123", "2026-11-23"],
    ["2026-11-23", "2026-11-23"],
    ["2026/1/5", "2026-01-05"],
    ["2026年1月5日", "2026-01-05"],
    ["１１２３", "2026-11-23"],
    [" 11-23 ", "2026-11-23"],
    ["5", "2026-11-05"],
    ["今天", "2026-11-23"],
    ["明天", "2026-11-24"],
    ["后天", "2026-11-25"],
    ["昨天", "2026-11-22"],
    ["Tomorrow", "2026-11-24"],
    ["月底", "2026-11-30"],
    ["+7", "2026-11-30"],
    ["-3", "2026-11-20"],
    ["+40", "2027-01-02"],
  ])("%s means %s", (typed, date) => {
    expect(parseTypedDate(typed, today)).toBe(date);
  });

  it("without a year is the nearest one", () => {
    expect(parseTypedDate("0105", today)).toBe("2027-01-05");
    expect(parseTypedDate("1228", calendarDate("2027-01-04"))).toBe("2026-12-28");
    expect(parseTypedDate("0229", calendarDate("2027-06-01"))).toBe("2028-02-29");
  });

  it.each(["", "0231", "2026-02-30", "1332", "abc", "1-2-3-4", "12345", "00", "++7", "99-99"])(
    "%s is no date",
    (typed) => {
      expect(parseTypedDate(typed, today)).toBeNull();
    },
  );
});

describe("a typed moment", () => {
  it.each([
    ["2026-11-23 14:31", "2026-11-23T14:31"],
    ["2026-11-23T14:31", "2026-11-23T14:31"],
    ["14:31", "2026-11-23T14:31"],
    ["1122 9:05", "2026-11-22T09:05"],
    ["昨天 9点5分", "2026-11-22T09:05"],
    ["１１-２２ １６：３０", "2026-11-22T16:30"],
    ["-1 0:00", "2026-11-22T00:00"],
  ])("%s means %s", (typed, moment) => {
    expect(parseTypedDateTime(typed, today)).toBe(moment);
  });

  it.each(["", "1123", "24:00", "12:60", "0231 10:00", "10:00 1123"])("%s is none", (typed) => {
    expect(parseTypedDateTime(typed, today)).toBeNull();
  });
});
