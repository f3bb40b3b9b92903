import "server-only";
import { type ColumnKind, countedRows, type ListRow, type ListValue } from "@/lib/core/list-state";
import { Money } from "@/lib/core/money";
import { Quantity } from "@/lib/core/quantity";
import { type ListRequest, listRows } from "@/lib/server/list-query";
import { type ListSpec, shownColumns } from "@/lib/server/list-spec";
import { writeWorkbook } from "./write-workbook";

/** A column of the export; `labels` are the words of coded values. */
type ExportColumn = {
  key: string;
  header: string;
  kind: ColumnKind;
  labels?: Readonly<Record<string, string>>;
};

/** Rows under each row, such as the products of a shipment; their columns follow the register's own. */
export type SubRows = {
  columns: readonly ExportColumn[];
  /** By the id of the row that they belong to. */
  of: (rows: readonly ListRow[]) => Promise<ReadonlyMap<string, readonly ListRow[]>>;
};

/** `shown` is what the page shows where that is not what is stored. */
type Sheet = {
  columns: readonly ExportColumn[];
  words: ExportWords;
  shown?: ((row: ListRow) => ListRow) | undefined;
  subRows?: SubRows | undefined;
};

/** The sentences of the sheet, in the reader's language. */
type ExportWords = {
  sheet: string;
  filters: string;
  total: string;
  watermark: string;
  yes: string;
  no: string;
};

const MAX_ROWS = 20_000;
const BATCH = 200;

/**
 * A register as an .xlsx file: exactly the filtered list in its order, at most 20,000 rows, with the columns that the
 * reader may see. Throws `common.too_many_matches` when the search is too wide.
 */
export async function registerWorkbook(
  spec: ListSpec,
  request: ListRequest,
  { columns, words, shown = (row) => row, subRows }: Sheet,
): Promise<{ bytes: Uint8Array<ArrayBuffer>; rowCount: number }> {
  const permitted = shownColumns(spec, request.actor);
  const written = columns.filter(({ key }) => permitted.some((column) => column.key === key));
  const sums = new RunningSums(permitted.filter(({ totalled }) => totalled));
  let rowCount = 0;
  async function* rows(): AsyncGenerator<ListRow> {
    for await (const batch of inBatches(listRows(spec, request, MAX_ROWS))) {
      const under = await subRows?.of(batch);
      for (const row of batch) {
        rowCount += 1;
        if (countedRows([row], spec.uncounted).length > 0) sums.add(row);
        yield inWords(shown(row), written, words);
        for (const line of under?.get(row.id) ?? []) yield line;
      }
    }
  }
  const bytes = await writeWorkbook({
    sheet: words.sheet,
    filters: words.filters,
    columns: [...written, ...(subRows?.columns ?? [])],
    rows: rows(),
    ...(sums.isEmpty ? {} : { totals: { label: words.total, values: () => sums.totals() } }),
    watermark: words.watermark,
  });
  return { bytes, rowCount };
}

async function* inBatches(rows: AsyncIterable<ListRow>): AsyncGenerator<ListRow[]> {
  let batch: ListRow[] = [];
  for await (const row of rows) {
    batch.push(row);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** A download that no browser opens as a page; `name` may be Chinese. */
export function workbookResponse(bytes: Uint8Array<ArrayBuffer>, name: string): Response {
  return new Response(bytes, {
    headers: {
      "content-type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "content-disposition": `attachment; filename="export.xlsx"; filename*=UTF-8''${encodeURIComponent(`${name}.xlsx`)}`,
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
    },
  });
}

class RunningSums {
  private readonly sums = new Map<string, Money | Quantity>();

  constructor(private readonly columns: readonly { key: string; kind: ColumnKind }[]) {}

  get isEmpty(): boolean {
    return this.columns.length === 0;
  }

  add(row: ListRow): void {
    for (const { key, kind } of this.columns) {
      const text = row[key];
      if (typeof text !== "string") continue;
      const before = this.sums.get(key);
      if (kind === "money") {
        this.sums.set(key, (before instanceof Money ? before : Money.zero).plus(Money.of(text)));
      } else {
        const quantity = before instanceof Quantity ? before : Quantity.zero;
        this.sums.set(key, quantity.plus(Quantity.of(text)));
      }
    }
  }

  totals(): Record<string, string> {
    return Object.fromEntries([...this.sums].map(([key, sum]) => [key, sum.toString()]));
  }
}

function inWords(row: ListRow, columns: readonly ExportColumn[], words: ExportWords): ListRow {
  const values = columns.map(({ key, labels }): [string, ListValue] => {
    const value = row[key] ?? null;
    if (typeof value === "boolean") return [key, value ? words.yes : words.no];
    return [key, (value !== null && labels?.[String(value)]) || value];
  });
  return { ...Object.fromEntries(values), id: row.id };
}
