/** How tightly the screen is set. Kept in a cookie, so that the first byte already has it. */
const DENSITIES = ["compact", "relaxed"] as const;

export type Density = (typeof DENSITIES)[number];

export const DENSITY_COOKIE = "density";

export function densityOf(value: string | undefined): Density {
  return value === "relaxed" ? "relaxed" : "compact";
}
