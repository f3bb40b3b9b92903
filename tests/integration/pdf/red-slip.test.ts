import { expect, it, vi } from "vitest";
import { GET } from "@/app/api/pdf/[kind]/[id]/route";
import { db } from "@/lib/server/db";
import { decideReversal } from "@/lib/shipping/decide-reversal";
import { requestReversal } from "@/lib/shipping/request-reversal";
import { aKey } from "@/tests/factories/people";
import { createCompany } from "@/tests/factories/settings";
import {
  anIssuedNotice,
  aPostedSlip,
  aShippableContract,
  aShippingTeam,
  seenSlip,
} from "@/tests/factories/shipping";
import { at } from "@/tests/support/clock";
import { pdfPageTexts } from "@/tests/support/pdf-text";

/** Who is signed in; there are no cookies outside a server. */
const request = vi.hoisted(() => ({ actor: null as unknown }));
vi.mock("@/lib/server/session", () => ({ currentActor: async () => request.actor }));

it("[R1.2.2-b] prints the head's name on a red slip, who signed the request for it", async () => {
  await createCompany();
  const team = await aShippingTeam();
  request.actor = team.clerk;
  const slipId = await at("2026-11-23", async () =>
    aPostedSlip(team, await anIssuedNotice(team, await aShippableContract(team))),
  );
  const reversal = await at("2026-11-23", async () => {
    const { rowVersion } = await seenSlip(slipId);
    return requestReversal(team.keeper, { slipId, rowVersion, comment: "点错了货" }, aKey());
  });
  await at("2026-11-24", () =>
    decideReversal(
      team.chief,
      { reversalId: reversal.reversalId, rowVersion: 1, decision: "AGREE", comment: "" },
      aKey(),
    ),
  );
  const red = await db.outboundSlip.findUniqueOrThrow({ where: { redOfId: slipId } });
  const response = await GET(new Request("http://localhost/"), {
    params: Promise.resolve({ kind: "slip", id: red.id }),
  });
  const [page = ""] = await pdfPageTexts(Buffer.from(await response.arrayBuffer()));
  expect(page).toContain(`部门负责人\n${team.chief.name}`);
});
