/** `COPY ... FROM STDIN` for pg, which leaves this part of PostgreSQL's protocol to others. */
import { once } from "node:events";
import type { Client, Connection, Submittable } from "pg";

/** A value as COPY takes it; an array of texts becomes a PostgreSQL array. */
type Cell = string | number | boolean | null | readonly string[];

/** A table's columns, each with the way from a record to its value. */
export type CopyColumns<T> = Readonly<Record<string, (record: T) => Cell>>;

type CopyConnection = Connection & {
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
  sendCopyFail(reason: string): void;
};

const CHUNK_CHARACTERS = 64 * 1024;

/** Copies the records into the table; answers when PostgreSQL has taken the last one. */
export function copyIn<T>(
  client: Client,
  table: string,
  columns: CopyColumns<T>,
  records: Iterable<T>,
): Promise<void> {
  return new Promise((resolve, reject) => {
    client.query(
      new CopyIn(`copy ${table} (${Object.keys(columns).join(", ")}) from stdin`, {
        chunks: chunksOf(records, Object.values(columns)),
        settle: (error) => (error ? reject(error) : resolve()),
      }),
    );
  });
}

type Copying = { chunks: Iterable<Buffer>; settle: (error?: Error) => void };

/** The query object that pg drives through the answers of the server. */
class CopyIn implements Submittable {
  private failure: Error | undefined;

  constructor(
    private readonly text: string,
    private readonly copying: Copying,
  ) {}

  submit(connection: Connection): void {
    connection.query(this.text);
  }

  handleCopyInResponse(connection: CopyConnection): void {
    this.send(connection).catch((error: Error) => {
      this.failure = error;
      connection.sendCopyFail(error.message);
    });
  }

  handleError(error: Error): void {
    this.failure ??= error;
    this.copying.settle(this.failure);
  }

  handleCommandComplete(): void {}

  handleReadyForQuery(): void {
    this.copying.settle(this.failure);
  }

  private async send(connection: CopyConnection): Promise<void> {
    for (const chunk of this.copying.chunks) {
      if (this.failure) return;
      connection.sendCopyFromChunk(chunk);
      if (connection.stream.writableNeedDrain) await once(connection.stream, "drain");
    }
    connection.endCopyFrom();
  }
}

function* chunksOf<T>(
  records: Iterable<T>,
  columns: readonly ((record: T) => Cell)[],
): Generator<Buffer> {
  let text = "";
  for (const record of records) {
    text += `${columns.map((cellOf) => encode(cellOf(record))).join("\t")}\n`;
    if (text.length < CHUNK_CHARACTERS) continue;
    yield Buffer.from(text);
    text = "";
  }
  if (text !== "") yield Buffer.from(text);
}

function encode(cell: Cell): string {
  if (cell === null) return "\\N";
  if (typeof cell === "string") return escaped(cell);
  if (typeof cell === "object") return escaped(`{${cell.join(",")}}`);
  return String(cell);
}

const ESCAPES: Readonly<Record<string, string>> = {
  "\\": "\\\\",
  "\t": "\\t",
  "\n": "\\n",
  "\r": "\\r",
};

function escaped(text: string): string {
  return text.replace(/[\\\t\n\r]/g, (sign) => ESCAPES[sign] ?? sign);
}
