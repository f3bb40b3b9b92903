/**
 * Writes the newest migration of moves: `node lib/ops/run-typescript.mjs lib/ops/draft-lifecycles.ts`. It holds what the
 * life cycles have beyond the earlier migrations, which stay as they are. A test compares the database with the life cycles.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { allMoves, LIFECYCLES } from "./lifecycles";

const MIGRATIONS = "prisma/migrations";
const FOLDER = `${MIGRATIONS}/20261123900000_all_classes_lifecycles`;

export async function main(): Promise<void> {
  const earlier = earlierMigrations();
  const rows = allMoves()
    .map((move) => `  (${move.map((word) => `'${word}'`).join(", ")})`)
    .filter((row) => !earlier.includes(row));
  const triggers = LIFECYCLES.filter(({ document }) => !earlier.includes(`${document}_moves`)).map(
    ({ document }) => `create trigger ${document}_moves before update on ${document}
  for each row when (old.status is distinct from new.status) execute function refuse_illegal_move();`,
  );
  const sql = `-- A document's status moves only as its life cycle says (reliability I11).
insert into lifecycle_transition (document, from_state, to_state) values
${rows.join(",\n")};

${triggers.join("\n")}
`;
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(`${FOLDER}/migration.sql`, sql);
  console.log(`${FOLDER}: ${rows.length} moves, ${triggers.length} documents.`);
}

/** The text of all migrations of moves but the newest. */
function earlierMigrations(): string {
  return readdirSync(MIGRATIONS)
    .filter((name) => name.endsWith("lifecycles") && !FOLDER.endsWith(name))
    .map((name) => readFileSync(`${MIGRATIONS}/${name}/migration.sql`, "utf8"))
    .join("\n");
}
