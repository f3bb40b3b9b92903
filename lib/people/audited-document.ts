import "server-only";
import { Prisma } from "@/lib/server/db";

/** How the trail names the document of an event: by its number, and whose it is. */
const NAMES: Readonly<Record<string, string>> = {
  contract: "concat_ws(' ', coalesce(d.contract_no, d.doc_no), d.customer_name) from contract d",
  contract_revision:
    "concat_ws(' ', c.contract_no, 'R' || d.revision) from contract_revision d join contract c on c.id = d.contract_id",
  short_close: "c.contract_no from short_close d join contract c on c.id = d.contract_id",
  intake: "concat_ws(' ', d.doc_no, d.customer_name) from intake d",
  review: "concat_ws(' ', d.doc_no, d.customer_name) from review d",
  production_task: "concat_ws(' ', d.doc_no, d.contract_no) from production_task d",
  task_line:
    "concat_ws(' ', k.doc_no || '-' || d.line_no, k.contract_no) from task_line d join production_task k on k.id = d.task_id",
  preparation_order: "concat_ws(' ', d.doc_no, d.contract_no) from preparation_order d",
  inbound_slip: "d.doc_no from inbound_slip d",
  shipping_notice: "concat_ws(' ', d.doc_no, d.contract_no) from shipping_notice d",
  outbound_slip: "concat_ws(' ', d.doc_no, d.customer_name) from outbound_slip d",
  packing_list: "concat_ws(' ', d.doc_no, d.contract_no) from packing_list d",
  waybill: "concat_ws(' ', d.doc_no, d.waybill_no) from waybill d",
  shipping_log_entry: "concat_ws(' ', d.slip_no, d.contract_no) from shipping_log_entry d",
  walk_in: "concat_ws(' ', d.doc_no, d.customer_name) from walk_in d",
  receipt: "concat_ws(' ', d.doc_no, d.customer_name) from receipt d",
  term_change: "concat_ws(' ', d.doc_no, d.customer_name) from term_change d",
  customer: "d.name from customer d",
  product: "concat_ws(' ', d.product_code, d.name) from product d",
  person: "d.display_name from person d",
  delegation: "d.doc_no from delegation d",
  bank_account: "d.bank_name from bank_account d",
};

/** A scalar expression over `a`, an audit event; null for what is no document, such as a setting. */
export const auditedDocument: Prisma.Sql = Prisma.sql`case a.subject_type ${Prisma.join(
  Object.entries(NAMES).map(([type, name]) =>
    Prisma.raw(`when '${type}' then (select ${name} where d.id = a.subject_id)`),
  ),
  " ",
)} end`;
