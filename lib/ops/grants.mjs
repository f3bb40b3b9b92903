/**
 * What the application's role may do where the tables belong to another one (MIGRATE_DATABASE_URL): read and write rows,
 * but not change or delete where a trigger refuses it anyway. So not even a mistake in a trigger opens the audit.
 */
import { withClient } from "./postgres.mjs";

/** Tables whose rows stay as they are, as their triggers say: UPDATE is bit 16 of tgtype, DELETE bit 8. */
const GUARDED = `
  select format('%I', c.relname) as name, bool_or(t.tgtype & 16 > 0) as no_update, bool_or(t.tgtype & 8 > 0) as no_delete
  from pg_trigger t
  join pg_class c on c.oid = t.tgrelid
  join pg_proc p on p.oid = t.tgfoid
  where not t.tgisinternal and p.proname like 'refuse\\_change%'
  group by c.relname`;

/** Columns of such a table that are filled later, once: the contract made after a walk-in pickup (R1.2.4-b). */
const FILLED_LATER = "grant update (contract_id, contract_no) on ledger_entry";

/** Whether the two addresses sign in as different roles. */
export function isOtherRole(ownerUrl, applicationUrl) {
  return new URL(ownerUrl).username !== new URL(applicationUrl).username;
}

/** Gives `role` its rights, and takes back those that an earlier version gave. Run after each migration. */
export function grantToApplication(ownerUrl, role) {
  return withClient(ownerUrl, async (client) => {
    const name = client.escapeIdentifier(role);
    await client.query(`
      grant usage on schema public to ${name};
      grant select, insert, update, delete on all tables in schema public to ${name};
      grant usage on all sequences in schema public to ${name};
      revoke insert, update, delete on _prisma_migrations from ${name}`);
    const { rows } = await client.query(GUARDED);
    for (const table of rows) {
      const rights = [table.no_update && "update", table.no_delete && "delete"].filter(Boolean);
      await client.query(`revoke ${rights.join(", ")} on ${table.name} from ${name}`);
    }
    await client.query(`${FILLED_LATER} to ${name}`);
  });
}
