/**
 * Writes the migration with the moves of all life cycles and the trigger that refuses others:
 * `node lib/ops/run-typescript.mjs lib/ops/draft-lifecycles.ts`. Until a first release the one file is written anew; a
 * test compares it with the life cycles.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { allMoves, LIFECYCLES } from "./lifecycles";

const FOLDER = "prisma/migrations/20261103000000_lifecycles";

export async function main(): Promise<void> {
  const rows = allMoves().map((move) => `  (${move.map((word) => `'${word}'`).join(", ")})`);
  const triggers = LIFECYCLES.map(
    ({ document }) => `create trigger ${document}_moves before update on ${document}
  for each row when (old.status is distinct from new.status) execute function refuse_illegal_move();`,
  );
  const sql = `-- A document's status moves only as its life cycle says (reliability I11).
insert into lifecycle_transition (document, from_state, to_state) values
${rows.join(",\n")};

create function refuse_illegal_move() returns trigger language plpgsql as $$
begin
  if not exists (
    select 1 from lifecycle_transition
    where document = tg_table_name and from_state = old.status::text and to_state = new.status::text
  ) then
    raise exception '% does not move from % to %', tg_table_name, old.status, new.status
      using errcode = 'restrict_violation';
  end if;
  return new;
end $$;

${triggers.join("\n")}
`;
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(`${FOLDER}/migration.sql`, sql);
  console.log(`${FOLDER}: ${rows.length} moves of ${LIFECYCLES.length} documents.`);
}
