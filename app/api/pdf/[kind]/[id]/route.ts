import { getTranslations } from "next-intl/server";
import * as z from "zod";
import { type Actor, can, type Permission } from "@/lib/auth/permissions";
import { findChangePaper } from "@/lib/changes/change-paper";
import { findContractPaper } from "@/lib/contracts/paper-queries";
import { refusalText } from "@/lib/i18n/refusal-text";
import { drawDocument } from "@/lib/pdf/draw-document";
import type { PrintablePaper } from "@/lib/pdf/paper-frame";
import { findDelegationPaper } from "@/lib/people/delegation-paper";
import { findPreparationPaper } from "@/lib/preparation/paper-queries";
import { findReceiptPaper, findTaskPaper } from "@/lib/production/paper-queries";
import { findReviewPaper } from "@/lib/reviews/paper-queries";
import { clock } from "@/lib/server/clock";
import { recordPrint } from "@/lib/server/prints";
import { currentActor } from "@/lib/server/session";
import { readCompanyImages } from "@/lib/settings/company-images";
import { getCompanyProfile } from "@/lib/settings/queries";
import {
  findNoticePaper,
  findPackingListPaper,
  findReceiptConfirmationPaper,
  findWaybillPaper,
} from "@/lib/shipping/paper-queries";
import { findSlipPaper } from "@/lib/shipping/slip-paper-queries";
import { findWalkInPaper } from "@/lib/walkin/walk-in-paper";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ kind: string; id: string }> };

type Source = {
  permission: Permission;
  subjectType: string;
  find: (actor: Actor, id: string) => Promise<PrintablePaper | null>;
};

const SOURCES: ReadonlyMap<string, Source> = new Map([
  ["delegation", source("duty:read", "delegation", findDelegationPaper)],
  ["contract", source("contract:read", "contract", findContractPaper)],
  ["contract-change", source("contract:read", "contract_revision", findChangePaper)],
  ["preparation", source("preparation:read", "preparation_order", findPreparationPaper)],
  ["task", source("production:read", "production_task", findTaskPaper)],
  ["production-receipt", source("stock:read", "inbound_slip", findReceiptPaper)],
  ["review", source("review:read", "review", findReviewPaper)],
  ["notice", source("notice:read", "shipping_notice", findNoticePaper)],
  ["slip", source("slip:read", "outbound_slip", findSlipPaper)],
  ["walk-in", source("walkin:read", "walk_in", findWalkInPaper)],
  ["packing-list", source("packing:read", "packing_list", findPackingListPaper)],
  ["waybill", source("packing:read", "waybill", findWaybillPaper)],
  [
    "receipt-confirmation",
    source("receipt_confirmation:read", "receipt_confirmation", findReceiptConfirmationPaper),
  ],
]);

function source(permission: Permission, subjectType: string, find: Source["find"]): Source {
  return { permission, subjectType, find };
}

/** One paper as a file to look at and print; each call counts as a print. */
export async function GET(_request: Request, { params }: Context) {
  const { kind, id } = await params;
  const actor = await currentActor();
  if (!actor) return refuse(401, "common.unauthenticated");
  const found = SOURCES.get(kind);
  if (!found || !z.uuid().safeParse(id).success) return refuse(404, "common.not_found");
  if (!can(actor, found.permission)) return refuse(403, "common.forbidden");
  const paper = await found.find(actor, id);
  if (!paper) return refuse(404, "common.not_found");

  const [company, images, printCount] = await Promise.all([
    getCompanyProfile(),
    readCompanyImages(),
    recordPrint(actor, found.subjectType, id),
  ]);
  const { name = "", address = "", phone = "", fax = "" } = company ?? {};
  const model = paper.draw({
    company: { name, address, phone, fax },
    images,
    systemNumber: id,
    number: paper.number,
    mark: paper.mark,
    printedAt: clock.now(),
    printedByName: actor.name,
    printCount,
  });
  const bytes = await drawDocument(model);
  return new Response(new Uint8Array(bytes), {
    headers: {
      "Content-Type": "application/pdf",
      "Content-Disposition": `inline; filename="${kind}-${paper.number ?? id}.pdf"`,
      "Content-Length": String(bytes.byteLength),
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "private, no-store",
    },
  });
}

async function refuse(status: number, code: string): Promise<Response> {
  const sentence = refusalText(await getTranslations(), code);
  return new Response(sentence, {
    status,
    headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "private, no-store" },
  });
}
