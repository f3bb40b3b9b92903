import type { Route } from "next";
import { Link } from "@/components/ui/link";
import type { AcknowledgementRow } from "@/lib/records/acknowledgements";
import { isSubjectType, SUBJECTS } from "@/lib/records/subjects";

/** The paper of an acknowledgement; a link where it has a page of its own. */
export function PaperLink({
  paperType,
  paperId,
  paperNo,
}: Pick<AcknowledgementRow, "paperType" | "paperId" | "paperNo">) {
  if (!isSubjectType(paperType)) return <span className="mono">{paperNo}</span>;
  return (
    <Link href={`${SUBJECTS[paperType].path}${paperId}` as Route}>
      <span className="mono">{paperNo}</span>
    </Link>
  );
}
