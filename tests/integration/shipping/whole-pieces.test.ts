import { describe, expect, it } from "vitest";
import { resplitContract } from "@/lib/contracts/resplit";
import { savePreparation } from "@/lib/preparation/save-preparation";
import { db } from "@/lib/server/db";
import { lowerNotice } from "@/lib/shipping/lower-notice";
import { saveNotice } from "@/lib/shipping/save-notice";
import { aKey } from "@/tests/factories/people";
import { aMixedContract, preparationValues } from "@/tests/factories/preparation";
import {
  aDraftNotice,
  anApprovedSlip,
  anIssuedNotice,
  aShippableContract,
  aShippingTeam,
  contractNow,
  noticeRef,
  noticeValues,
  post,
  seenSlip,
  tryToIssue,
} from "@/tests/factories/shipping";
import { at } from "@/tests/support/clock";

const today = <T>(fn: () => Promise<T>) => at("2026-11-23", fn);

const refusedAt = (path: string) => ({
  code: "common.invalid_input",
  issues: [{ path, code: "common.whole_pieces_only", details: { unit: "支" } }],
});

describe("half a tool", () => {
  it("[R1.2.1-c] stands on no shipping notice", () =>
    today(async () => {
      const team = await aShippingTeam();
      const contract = await aShippableContract(team);
      const lineId = contract.lines[0]?.id ?? "";
      await expect(
        saveNotice(team.clerk, noticeValues(contract, ["1.5"]), aKey()),
      ).rejects.toMatchObject(refusedAt(`quantities.${lineId}`));
      expect(await db.shippingNotice.count({ where: { contractId: contract.id } })).toBe(0);
    }));

  it("[R1.3.1-P1] is not what a waiting notice is lowered to", () =>
    today(async () => {
      const team = await aShippingTeam();
      const contract = await aShippableContract(team, { order: { paymentTerm: "PREPAID" } });
      const noticeId = await aDraftNotice(team, contract);
      expect((await tryToIssue(team, noticeId)).outcome).toBe("AWAITING_FUNDS");
      const lineId = contract.lines[0]?.id ?? "";
      const input = {
        ...(await noticeRef(noticeId)),
        quantities: { [lineId]: "8.5" },
        charges: {},
      };
      await expect(lowerNotice(team.clerk, input, aKey())).rejects.toMatchObject(
        refusedAt(`quantities.${lineId}`),
      );
    }));

  it("[R1.2.2-c] does not leave the store", () =>
    today(async () => {
      const team = await aShippingTeam();
      const contract = await aShippableContract(team);
      const slipId = await anApprovedSlip(team, await anIssuedNotice(team, contract));
      const lineId = (await seenSlip(slipId)).lines[0]?.id ?? "";
      await expect(post(team, slipId, ["9.5"], "一支断了")).rejects.toMatchObject(
        refusedAt(`quantities.${lineId}`),
      );
      expect((await seenSlip(slipId)).status).toBe("APPROVED");
    }));

  it("[R1.1.3-P] is neither prepared nor split", () =>
    today(async () => {
      const team = await aShippingTeam();
      const contract = await aMixedContract(team);
      const lineId = contract.lines[0]?.id ?? "";
      await expect(
        savePreparation(team.clerk, preparationValues(contract, ["39.5"]), aKey()),
      ).rejects.toMatchObject(refusedAt(`quantities.${lineId}`));
      const { rowVersion } = await contractNow(contract.id);
      const splits = { [lineId]: { fromStock: "39.5", toProduce: "60.5" } };
      await expect(
        resplitContract(team.clerk, { contractId: contract.id, rowVersion, splits }, aKey()),
      ).rejects.toMatchObject(refusedAt(`splits.${lineId}.fromStock`));
    }));
});
