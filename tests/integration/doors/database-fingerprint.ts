import { db, Prisma } from "@/lib/server/db";

type Table = { name: string };

/** One text that differs when any row of any table differs: a refused act leaves it as it was. */
export async function databaseFingerprint(): Promise<string> {
  const tables = await db.$queryRaw<Table[]>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' order by table_name`;
  const parts = tables.map(
    ({ name }) => Prisma.sql`select ${name}::text as name,
      (select coalesce(md5(string_agg(t::text, '|' order by t::text)), '') from ${Prisma.raw(`"${name}"`)} t) as rows`,
  );
  const rows = await db.$queryRaw<{ name: string; rows: string }[]>(
    Prisma.join(parts, " union all "),
  );
  return rows.map((row) => `${row.name} ${row.rows}`).join("\n");
}
