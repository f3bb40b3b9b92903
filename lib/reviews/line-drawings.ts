/** Which lines of a review have their drawing (F05: a drawing file for each line). Pure. */

/**
 * Positions of the lines whose drawing is missing. A file whose name holds drawing numbers belongs to their lines; any
 * other file is one drawing. Lines of one drawing number share it.
 */
export function linesWithoutDrawing(
  lines: readonly { drawingNo: string }[],
  fileNames: readonly string[],
): number[] {
  const files = fileNames.map(plain);
  const isNamed = (drawingNo: string) => files.some((file) => names(file, plain(drawingNo)));
  const unnamed = files.filter((file) => !lines.some((line) => names(file, plain(line.drawingNo))));
  const waiting = new Map<string, number[]>();
  for (const [index, { drawingNo }] of lines.entries()) {
    if (isNamed(drawingNo)) continue;
    const key = plain(drawingNo) || String(index);
    waiting.set(key, [...(waiting.get(key) ?? []), index]);
  }
  return [...waiting.values()].slice(unnamed.length).flat();
}

/** Capitals, every run of other signs as one hyphen: "fb 2026_017.pdf" and "FB-2026-017" are written alike. */
function plain(text: string): string {
  return text.toUpperCase().replace(/[^\p{L}\p{N}]+/gu, "-");
}

/** FB-01 is named by "FB-01 轴套.PDF", not by "FB-017.PDF". */
function names(file: string, drawingNo: string): boolean {
  if (drawingNo === "" || drawingNo === "-") return false;
  const at = file.indexOf(drawingNo);
  if (at < 0) return false;
  const around = `${file[at - 1] ?? ""} ${file[at + drawingNo.length] ?? ""}`;
  return !/[A-Z0-9]/.test(around);
}
