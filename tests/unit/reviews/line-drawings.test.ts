import { describe, expect, it } from "vitest";
import { linesWithoutDrawing } from "@/lib/reviews/line-drawings";

const lines = (...numbers: string[]) => numbers.map((drawingNo) => ({ drawingNo }));

describe("[R1.1.3-C1] the drawings of a review's lines (F05)", () => {
  it.each([
    ["one line, any file", lines("FB-01"), ["图纸.pdf"], []],
    ["two lines, one file", lines("FB-01", "FB-02"), ["图纸.pdf"], [1]],
    ["two lines, two files", lines("FB-01", "FB-02"), ["一.pdf", "二.pdf"], []],
    ["the named line has its own", lines("FB-01", "FB-02"), ["FB-02.pdf"], [0]],
    ["several numbers in one name", lines("FB-01", "FB-02"), ["FB-01 FB-02.pdf"], []],
    ["written in another way", lines("FB-2026-017", "X"), ["fb 2026_017.pdf"], [1]],
    ["a longer number is another one", lines("FB-01", "FB-02"), ["FB-017.pdf", "FB-02.pdf"], []],
    ["a foreign number is any drawing", lines("FB-01", "FB-02"), ["FB-017.pdf"], [1]],
    ["lines of one drawing share it", lines("FB-01", "FB-01"), ["图纸.pdf"], []],
    ["lines without a number are told apart", lines("", ""), ["图纸.pdf"], [1]],
    ["no file", lines("FB-01"), [], [0]],
    ["no line", [], ["图纸.pdf"], []],
  ])("%s", (_name, rows, files, missing) => {
    expect(linesWithoutDrawing(rows, files)).toEqual(missing);
  });
});
