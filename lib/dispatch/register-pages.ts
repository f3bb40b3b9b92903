import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import type { ListPage, ListState } from "@/lib/core/list-state";
import { listPage } from "@/lib/server/list-query";
import {
  logScope,
  packingRegister,
  packingScope,
  waybillRegister,
  waybillScope,
} from "./dispatch-lists";
import { shippingLogRegister } from "./shipping-log-list";

/** One page of the packing lists that the actor may see. */
export function listPackingLists(actor: Actor, state: ListState): Promise<ListPage> {
  return listPage(packingRegister, { actor, state, scope: packingScope(actor) });
}

/** One page of the waybills that the actor may see. */
export function listWaybills(actor: Actor, state: ListState): Promise<ListPage> {
  return listPage(waybillRegister, { actor, state, scope: waybillScope(actor) });
}

/** One page of the shipping log (R1.2.3-a). */
export function listShippingLog(actor: Actor, state: ListState): Promise<ListPage> {
  return listPage(shippingLogRegister, { actor, state, scope: logScope(actor) });
}
