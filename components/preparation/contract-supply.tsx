import type { ContractPreparation } from "@/lib/preparation/queries";
import type { ResplitView } from "@/lib/preparation/resplit-query";
import { ContractPreparations } from "./contract-preparations";
import { ResplitForm } from "./resplit-form";

type Props = {
  contractId: string;
  preparation: ContractPreparation;
  /** Null for who may not split the lines again. */
  resplit: ResplitView | null;
};

/** Where a contract's goods come from: its preparation orders, and the split that a clerk may correct. */
export function ContractSupply({ contractId, preparation, resplit }: Props) {
  return (
    <>
      <ContractPreparations contractId={contractId} preparation={preparation} />
      {/* A new version of the contract starts the form anew. */}
      {resplit ? <ResplitForm key={resplit.rowVersion} view={resplit} /> : null}
    </>
  );
}
