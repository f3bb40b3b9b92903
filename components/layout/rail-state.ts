/** Whether the left rail is folded to its icons; remembered in a cookie. */
export type RailState = "open" | "collapsed";

export const RAIL_COOKIE = "rail";

export function railStateOf(value: string | undefined): RailState {
  return value === "collapsed" ? "collapsed" : "open";
}
