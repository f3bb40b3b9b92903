import { AcknowledgementsPanel } from "@/components/records/acknowledgements-panel";
import type { ContractEnds } from "@/lib/changes/contract-ends";
import type { AcknowledgementRow } from "@/lib/records/acknowledgements";
import { Completion } from "./completion";
import { ContractChanges } from "./contract-changes";
import { Remarks } from "./remarks";
import { ShortCloses } from "./short-closes";

type Props = {
  ends: ContractEnds | null;
  acknowledgements: readonly AcknowledgementRow[];
  personId: string;
  today: string;
};

/** What happens to a numbered contract besides shipping: changes, short closes, its completion and archive. */
export function ContractEnding({ ends, acknowledgements, personId, today }: Props) {
  if (!ends) return null;
  return (
    <>
      <Completion ends={ends} today={today} />
      <ContractChanges ends={ends} />
      <AcknowledgementsPanel rows={acknowledgements} />
      <ShortCloses ends={ends} personId={personId} today={today} />
      <Remarks ends={ends} />
    </>
  );
}
