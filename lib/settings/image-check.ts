/** Whether a picture can be printed on papers: the PDF kit must never meet one that it cannot read. */
import { inflateSync } from "node:zlib";

export const MAX_IMAGE_BYTES = 1024 * 1024;
const MAX_SIDE = 2000;
const PNG_SIGNATURE = "89504e470d0a1a0a";
/** Samples per pixel by PNG colour type: grey, RGB, palette, grey and alpha, RGBA. */
const PNG_SAMPLES: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/** A whole PNG (eight bits, not interlaced) or JPEG of at most 2000 × 2000 points. */
export function isPrintableImage(bytes: Uint8Array): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    if (buffer.subarray(0, 8).toString("hex") === PNG_SIGNATURE) return isWholePng(buffer);
    return isWholeJpeg(buffer);
  } catch {
    return false;
  }
}

function isWholePng(png: Buffer): boolean {
  const chunks = pngChunks(png);
  const [header] = chunks;
  if (header?.type !== "IHDR" || chunks.at(-1)?.type !== "IEND") return false;
  const [width, height] = [header.data.readUInt32BE(0), header.data.readUInt32BE(4)];
  const [depth = 0, colour = 9, , , interlace] = header.data.subarray(8);
  const samples = PNG_SAMPLES[colour];
  if (!samples || depth !== 8 || interlace !== 0 || !isFitting(width, height)) return false;
  if (colour === 3 && !chunks.some(({ type }) => type === "PLTE")) return false;
  const packed = Buffer.concat(
    chunks.filter(({ type }) => type === "IDAT").map(({ data }) => data),
  );
  const length = height * (1 + width * samples);
  return inflateSync(packed, { maxOutputLength: length + 1 }).length === length;
}

function pngChunks(png: Buffer): { type: string; data: Buffer }[] {
  const chunks: { type: string; data: Buffer }[] = [];
  let at = 8;
  while (at < png.length && chunks.at(-1)?.type !== "IEND") {
    const length = png.readUInt32BE(at);
    const end = at + 8 + length;
    if (end + 4 > png.length) throw new RangeError("cut off");
    chunks.push({ type: png.toString("latin1", at + 4, at + 8), data: png.subarray(at + 8, end) });
    at = end + 4;
  }
  return chunks;
}

/** Start and end of the picture, and its size in a frame header that readers know (baseline to progressive). */
function isWholeJpeg(jpeg: Buffer): boolean {
  if (jpeg.readUInt16BE(0) !== 0xffd8 || !jpeg.includes(Buffer.from([0xff, 0xd9]))) return false;
  let at = 2;
  while (at + 9 < jpeg.length) {
    if (jpeg[at] !== 0xff) return false;
    const marker = jpeg[at + 1] ?? 0;
    if (marker >= 0xc0 && marker <= 0xc2) {
      return isFitting(jpeg.readUInt16BE(at + 7), jpeg.readUInt16BE(at + 5));
    }
    if (marker === 0xda) return false;
    at += 2 + jpeg.readUInt16BE(at + 2);
  }
  return false;
}

function isFitting(width: number, height: number): boolean {
  return width > 0 && height > 0 && width <= MAX_SIDE && height <= MAX_SIDE;
}
