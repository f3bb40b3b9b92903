import "server-only";
import { pinyin } from "pinyin-pro";

const HAN = /\p{Script=Han}/u;

/**
 * How a Chinese text sounds, in one word, to find what an input method wrote with another character (精密, 精蜜);
 * null when there is no Chinese in it.
 */
export function soundOf(text: string): string | null {
  const plain = text.normalize("NFKC").toLowerCase().replace(/\s/gu, "");
  if (!HAN.test(plain)) return null;
  return pinyin(plain, { toneType: "none", type: "array", v: true }).join("");
}
