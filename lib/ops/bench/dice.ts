/** Chance that is the same in every run, and ids that lie in the order of their time. */

export type Dice = {
  /** 0 <= x < 1. */
  next: () => number;
  below: (limit: number) => number;
  pick: <T>(choices: readonly [T, ...T[]]) => T;
};

/** The generator mulberry32. */
export function dice(seed: number): Dice {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return { next, below, pick: (choices) => choices[below(choices.length)] ?? choices[0] };
}

const hex = (value: number, digits: number) => value.toString(16).padStart(digits, "0");

/** A UUIDv7 of the given moment. */
export function idAt(milliseconds: number, { below }: Dice): string {
  const time = hex(milliseconds, 12);
  const tail = `7${hex(below(0x1000), 3)}-${hex(0x8000 + below(0x4000), 4)}-${hex(below(2 ** 48), 12)}`;
  return `${time.slice(0, 8)}-${time.slice(8)}-${tail}`;
}
