import { getTranslations } from "next-intl/server";
import { exportColumns } from "@/components/data-table/export-columns";
import { allFilterWords } from "@/components/data-table/filter-words";
import { loadListState } from "@/components/data-table/list-params";
import type { DataColumn, DataFilter } from "@/components/data-table/table-types";
import { type Actor, can, type Permission } from "@/lib/auth/permissions";
import type { ListRow, ListState } from "@/lib/core/list-state";
import { formatDateTime } from "@/lib/i18n/format";
import type { AnyTranslator } from "@/lib/i18n/refusal-text";
import { recordExport } from "@/lib/records/record-export";
import { clock } from "@/lib/server/clock";
import { toFailure } from "@/lib/server/define-action";
import type { ListRequest } from "@/lib/server/list-query";
import { type ListColumn, type ListSpec, shownColumns } from "@/lib/server/list-spec";
import { currentActor } from "@/lib/server/session";
import { registerWorkbook, type SubRows, workbookResponse } from "@/lib/xlsx/register-workbook";

/** A register that can be exported: the same columns, filters and scope as its page. */
export type ExportableRegister = {
  permission: Permission;
  spec: (actor: Actor) => ListSpec | Promise<ListSpec>;
  scope: (actor: Actor, state: ListState) => Scope | Promise<Scope>;
  columns: (
    columns: readonly ListColumn[],
    t: AnyTranslator,
  ) => DataColumn[] | Promise<DataColumn[]>;
  filters: (t: AnyTranslator) => DataFilter[] | Promise<DataFilter[]>;
  /** Message key of the sheet's and file's name. */
  title: string;
  /** Whose list it is, where that is not one of its columns: in the file's name and above the rows. */
  owner?: string;
  /** What the page shows where that is not what is stored. */
  shown?: (row: ListRow) => ListRow;
  /** Rows under each row, on the sheet only. */
  subRows?: (actor: Actor, t: AnyTranslator) => SubRows;
};
type Scope = ListRequest["scope"];

/** The filtered register as a workbook, watermarked and audited; the same gate and scope as the page. */
export async function exportRegister(
  request: Request,
  register: ExportableRegister,
): Promise<Response> {
  const actor = await currentActor();
  if (!actor) return new Response(null, { status: 401 });
  if (!can(actor, register.permission)) return new Response(null, { status: 403 });
  try {
    return await workbookFor(actor, new URL(request.url).searchParams, register);
  } catch (error) {
    const { code } = await toFailure(error, "export");
    return new Response(code, { status: code === "errors.unexpected" ? 500 : 400 });
  }
}

async function workbookFor(actor: Actor, search: URLSearchParams, register: ExportableRegister) {
  const [t, grid, words] = await Promise.all([
    getTranslations(),
    getTranslations("grid.table"),
    getTranslations("grid.export"),
  ]);
  const spec = await register.spec(actor);
  const filters = await register.filters(t);
  const state = await loadListState(search, filters);
  const narrowed = allFilterWords(grid, filters, state);
  const owner = register.owner ?? "";
  const title = `${(t as unknown as (key: string) => string)(register.title)} ${owner}`.trim();
  const columns = exportColumns(await register.columns(shownColumns(spec, actor), t));
  const request = { actor, state, scope: await register.scope(actor, state) };
  const sentences = {
    sheet: title,
    filters:
      `${owner} ${narrowed === "" ? words("no_filter") : words("filters", { filters: narrowed })}`.trim(),
    total: spec.uncounted ? grid("without_voided", { label: words("total") }) : words("total"),
    watermark: words("watermark", { name: actor.name, time: formatDateTime(clock.now()) }),
    yes: grid("yes"),
    no: grid("no"),
  };
  const { bytes, rowCount } = await registerWorkbook(spec, request, {
    columns,
    words: sentences,
    shown: register.shown,
    subRows: register.subRows?.(actor, t),
  });
  await recordExport(actor, { register: spec.register, rows: rowCount, filters: narrowed });
  return workbookResponse(bytes, `${title} ${clock.today()}`);
}
