import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { SUBJECTS } from "@/lib/records/subjects";
import { clock } from "@/lib/server/clock";
import { db } from "@/lib/server/db";

const SHOWN_DAYS = 7;
const SHOWN_AT_MOST = 20;

export type Rejection = {
  subjectType: keyof typeof SUBJECTS;
  subjectId: string;
  docNo: string;
  customerName: string;
  comment: string;
  byName: string;
  at: Date;
  href: string;
};

type Row = Omit<Rejection, "href" | "subjectType"> & { subjectType: string };

const isSubject = (type: string): type is keyof typeof SUBJECTS => Object.hasOwn(SUBJECTS, type);

/**
 * What this person had submitted and somebody refused for good in the last seven days, the newest first: nothing is
 * left to do on it, so no work item tells of it. At most 20; one query.
 */
export async function recentRejections(actor: Actor): Promise<Rejection[]> {
  const since = new Date(clock.now().getTime() - SHOWN_DAYS * 86_400_000);
  const rows = await db.$queryRaw<Row[]>`
    select s.subject_type as "subjectType", s.subject_id as "subjectId", d.doc_no as "docNo",
      d.customer_name as "customerName", s.comment, s.signed_by_name as "byName", s.signed_at as at
    from signature s join signed_document d on d.subject_type = s.subject_type and d.id = s.subject_id
    where s.decision = 'REJECT' and s.signed_at >= ${since}
      and exists (select 1 from signature mine where mine.subject_id = s.subject_id
        and mine.step = 'PREPARED' and mine.signed_by_id = ${actor.id}::uuid)
    order by s.signed_at desc limit ${SHOWN_AT_MOST}`;
  return rows.flatMap((row) =>
    isSubject(row.subjectType)
      ? [
          {
            ...row,
            subjectType: row.subjectType,
            href: `${SUBJECTS[row.subjectType].path}${row.subjectId}`,
          },
        ]
      : [],
  );
}
