import { expect, it } from "vitest";
import { completeContractInput, decideShortCloseInput } from "@/lib/changes/schema";

const id = "01a22404-39f4-7ce7-9577-72fb8f5d93c1";

it("takes a completion and the signature on a short closing without words, as their dialogs offer", () => {
  const complete = completeContractInput.parse({ contractId: id, rowVersion: 1 });
  expect(complete.comment).toBe("");
  const agreed = { shortCloseId: id, rowVersion: 1, decision: "AGREE" };
  expect(decideShortCloseInput.parse(agreed).comment).toBe("");
});
