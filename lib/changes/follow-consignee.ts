import "server-only";
import type { Prisma, Tx } from "@/lib/server/db";

/**
 * Papers that were written for the contract's own consignee and whose goods are still in the house get the changed one:
 * shipping notices, packing lists, waybills (rules 5.1, Q38). What was addressed otherwise on purpose stays.
 */
export async function followConsignee(
  tx: Tx,
  contractId: string,
  consignee: Prisma.JsonValue,
): Promise<void> {
  const text = JSON.stringify(consignee);
  await tx.$executeRaw`
    update shipping_notice n set consignee = ${text}::jsonb, row_version = n.row_version + 1
    where n.contract_id = ${contractId}::uuid and n.consignee_source = 'CONTRACT'
      and n.consignee <> ${text}::jsonb and n.status <> 'CANCELLED'
      and (n.status <> 'CLOSED' or exists (select 1 from outbound_slip s
        where s.notice_id = n.id and s.red_of_id is null and s.status in ('ISSUED', 'PACKED')))`;
  await tx.$executeRaw`
    update packing_list p set consignee = ${text}::jsonb, row_version = p.row_version + 1
    from outbound_slip s join shipping_notice n on n.id = s.notice_id
    where s.id = p.slip_id and n.contract_id = ${contractId}::uuid and n.consignee_source = 'CONTRACT'
      and s.status in ('ISSUED', 'PACKED') and p.status <> 'VOIDED' and p.consignee <> ${text}::jsonb`;
  // A parcel with goods of another contract keeps its address: the clerk takes it apart.
  await tx.$executeRaw`
    update waybill w set recipient = ${text}::jsonb, row_version = w.row_version + 1
    where w.status in ('DRAFT', 'NOTIFIED') and w.recipient <> ${text}::jsonb
      and exists (select 1 from waybill_packing_list l join packing_list p on p.id = l.packing_list_id
        join outbound_slip s on s.id = p.slip_id
        where l.waybill_id = w.id and s.contract_id = ${contractId}::uuid)
      and not exists (select 1 from waybill_packing_list l join packing_list p on p.id = l.packing_list_id
        where l.waybill_id = w.id and p.consignee <> ${text}::jsonb)`;
}
