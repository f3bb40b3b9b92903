/**
 * `npm run clauses`: which clauses of the regulation are shown by which tests. A test names the clauses it shows in
 * brackets at the start of its title: `it("[R1.1.4-a][R1.1.4-b] ...")`.
 */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { isMain, ROOT } from "./paths.mjs";

const FOLDERS = ["tests", "e2e"];
const TITLE = /(["'`])((?:\[R[\w.-]+\])+(?:(?!\1)[^\\\n]|\\.)*)\1/g;

/** What this version has to show: single clauses, and whole families by their beginning. */
const REQUIRED = [
  ...["R1.1.1-*", "R1.1.2-*", "R1.1.3-*", "R1.1.4-*", "R1.1.5-*"],
  ...["R1.2.1-*", "R1.2.2-*", "R1.2.3-*", "R1.2.4-*"],
  ...["R1.3.1-a", "R1.3.1-b", "R1.3.1-c", "R1.3.1-d", "R1.3.1-e", "R1.3.1-P1"],
  ...["RD1-01", "RD1-02", "RD1-03", "RD1-05", "RD2-02", "RD2-04"],
];

/** Every clause id of the regulation, in its order. */
export function allClauses() {
  return readFileSync(path.join(ROOT, "tests/support/clauses.txt"), "utf8")
    .split("\n")
    .filter(Boolean);
}

export function isRequired(id) {
  return REQUIRED.some((one) => (one.endsWith("*") ? id.startsWith(one.slice(0, -1)) : id === one));
}

/** `Map` of clause id to the tests that show it: `[{ file, title }]`. */
export function testsByClause() {
  const found = new Map();
  for (const file of FOLDERS.flatMap(testFiles)) {
    for (const [, , whole] of readFileSync(path.join(ROOT, file), "utf8").matchAll(TITLE)) {
      const title = whole.replace(/^(\[[^\]]+\])+\s*/, "");
      const ids = whole.slice(0, whole.length - title.length).matchAll(/\[([^\]]+)\]/g);
      for (const [, id] of ids) found.set(id, [...(found.get(id) ?? []), { file, title }]);
    }
  }
  return found;
}

function testFiles(folder) {
  let entries = [];
  try {
    entries = readdirSync(path.join(ROOT, folder), { withFileTypes: true, recursive: true });
  } catch (error) {
    if (error.code !== "ENOENT") throw error;
  }
  return entries
    .filter((entry) => entry.isFile() && /\.(test|spec)\.tsx?$/.test(entry.name))
    .map((entry) => path.relative(ROOT, path.join(entry.parentPath, entry.name)))
    .sort();
}

function main() {
  const clauses = allClauses();
  const tests = testsByClause();
  for (const id of clauses.filter((clause) => tests.has(clause))) {
    console.log(id);
    for (const { file, title } of tests.get(id)) console.log(`    ${title}  (${file})`);
  }
  const shown = clauses.filter((id) => tests.has(id));
  const missing = clauses.filter((id) => isRequired(id) && !tests.has(id));
  const unknown = [...tests.keys()].filter((id) => !clauses.includes(id));
  const required = clauses.filter(isRequired).length;
  console.log(`\nShown: ${shown.length} of ${clauses.length} clauses.`);
  console.log(
    `Not shown, later work: ${clauses.filter((id) => !isRequired(id) && !tests.has(id)).join(" ") || "none"}`,
  );
  console.log(`Required now: ${required - missing.length} of ${required} shown.`);
  if (missing.length > 0) console.log(`Required and NOT shown: ${missing.join(" ")}`);
  if (unknown.length > 0)
    console.log(`Named by tests but not in the regulation: ${unknown.join(" ")}`);
  return missing.length === 0 && unknown.length === 0 ? 0 : 1;
}

if (isMain(import.meta.url)) process.exit(main());
