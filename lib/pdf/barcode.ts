import bwip from "bwip-js/node";

/** Black bars as runs of modules: where each begins and how wide it is. */
export type Bars = { modules: number; bars: readonly { at: number; width: number }[] };

/**
 * The Code128 bars of a text without quiet zones.
 * @throws Error when the text holds a sign that Code128 cannot carry (anything beyond ASCII).
 */
export function code128(text: string): Bars {
  const [drawing] = bwip.raw("code128", text, {});
  if (!drawing || !("sbs" in drawing)) throw new Error(`No Code128 for ${text}`);
  const bars: { at: number; width: number }[] = [];
  let at = 0;
  drawing.sbs.forEach((width, index) => {
    if (index % 2 === 0) bars.push({ at, width });
    at += width;
  });
  return { modules: at, bars };
}
