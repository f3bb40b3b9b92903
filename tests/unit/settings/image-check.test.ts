import { deflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { isPrintableImage } from "@/lib/settings/image-check";
import { pngOf } from "@/tests/support/pictures";

const JPEG = Buffer.from(
  "ffd8ffe000104a46494600010100000100010000ffc0000b080001000101011100ffc4001400010000000000000000000000000000000affda0008010100003f00d2cf20ffd9",
  "hex",
);

describe("a picture for papers", () => {
  it("may be a plain PNG or a JPEG", () => {
    expect(isPrintableImage(pngOf(3, 2))).toBe(true);
    expect(isPrintableImage(JPEG)).toBe(true);
  });

  it.each([
    ["nothing", Buffer.alloc(0)],
    ["a web page", Buffer.from("<html>")],
    ["a PNG's beginning alone", pngOf(3, 2).subarray(0, 20)],
    ["a PNG that is cut off", pngOf(3, 2).subarray(0, 50)],
    ["a PNG with too little in it", pngOf(3, 2, deflateSync(Buffer.alloc(5)))],
    ["a PNG whose content is no picture", pngOf(3, 2, Buffer.from("garbage"))],
    ["a PNG that unpacks to gigabytes", pngOf(3, 2, deflateSync(Buffer.alloc(1_000_000)))],
    ["a picture of monstrous size", pngOf(5000, 1)],
    ["a JPEG without a frame", Buffer.concat([JPEG.subarray(0, 20), Buffer.from("ffd9", "hex")])],
  ])("is not %s", (_what, bytes) => {
    expect(isPrintableImage(bytes)).toBe(false);
  });
});
