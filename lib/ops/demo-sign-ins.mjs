/** The people of the demo company who can sign in, as `npm start` prints them. */
export const DEMO_SIGN_INS = [
  ["clerk", "sales clerk: takes orders, ships"],
  ["clerk2", "second sales clerk"],
  ["sales", "salesperson: own customers and samples"],
  ["chief", "section chief: checks contracts"],
  ["director", "factory director: approves, signs over-limit slips"],
  ["keeper", "warehouse keeper: issues and packs"],
  ["finance", "finance: confirms receipts"],
  ["production", "production"],
  ["technical", "technical department"],
  ["quality", "quality department"],
  ["purchasing", "purchasing"],
  ["admin", "administrator: people, duties, company profile, base data; no business power"],
];
