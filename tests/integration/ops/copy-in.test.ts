import type { Client } from "pg";
import { describe, expect, inject, it } from "vitest";
import { copyIn } from "@/lib/ops/bench/copy-in";
import { withClient } from "@/lib/ops/postgres.mjs";

type Note = { id: number; text: string | null; tags: readonly string[] };

const inOwnTable = (work: (client: Client) => Promise<void>) =>
  withClient(inject("postgresUrl"), async (client) => {
    await client.query("create temporary table note (id int primary key, text text, tags text[])");
    await work(client);
  });
const columns = {
  id: ({ id }: Note) => id,
  text: ({ text }: Note) => text,
  tags: ({ tags }: Note) => tags,
};

describe("copying rows into a table", () => {
  it("keeps every sign of a text, and nothing apart from an empty one", async () => {
    const notes: Note[] = [
      { id: 1, text: "Zeile\nmit\tallem \\ und \r", tags: ["a", "b"] },
      { id: 2, text: "", tags: [] },
      { id: 3, text: null, tags: ["宏达"] },
      { id: 4, text: "\\N", tags: [] },
    ];
    await inOwnTable(async (client) => {
      await copyIn(client, "note", columns, notes);
      const { rows } = await client.query("select * from note order by id");
      expect(rows).toEqual(notes);
    });
  });

  it("takes more than the connection holds at once", async () => {
    await inOwnTable(async (client) => {
      const notes = Array.from({ length: 20_000 }, (_, id) => ({
        id,
        text: "长".repeat(100),
        tags: [],
      }));
      await copyIn(client, "note", columns, notes);
      const { rows } = await client.query("select count(*)::int as n from note");
      expect(rows).toEqual([{ n: 20_000 }]);
    });
  });

  it("says what PostgreSQL refused, and what failed here, and leaves the connection usable", async () => {
    await inOwnTable(async (client) => {
      const twice = [1, 1].map((id) => ({ id, text: "", tags: [] }));
      await expect(copyIn(client, "note", columns, twice)).rejects.toThrow("note_pkey");
      const broken = (function* (): Generator<Note> {
        yield { id: 2, text: "", tags: [] };
        throw new Error("out of ideas");
      })();
      await expect(copyIn(client, "note", columns, broken)).rejects.toThrow("out of ideas");
      const { rows } = await client.query("select count(*)::int as n from note");
      expect(rows).toEqual([{ n: 0 }]);
    });
  });
});
