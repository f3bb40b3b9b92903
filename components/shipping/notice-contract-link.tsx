import type { Route } from "next";
import { Link } from "@/components/ui/link";

type Props = { contractId: string | null; contractNo: string; mayOpenContract: boolean };

/** The contract's number, as a link for those who may read contracts. */
export function NoticeContractLink({ contractId, contractNo, mayOpenContract }: Props) {
  const number = <span className="mono">{contractNo}</span>;
  if (!mayOpenContract || contractId === null) return number;
  return <Link href={`/contracts/${contractId}` as Route}>{number}</Link>;
}
