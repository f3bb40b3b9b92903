import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/form/action-button";
import { DateText } from "@/components/ui/date-text";
import { PlainTable } from "@/components/ui/plain-table";
import { StateBadge } from "@/components/ui/state-badge";
import type { Duty } from "@/lib/auth/roles";
import { endDutyAction } from "@/lib/people/actions";
import { SPAN_TONES } from "@/lib/people/labels";
import type { DutyHolder } from "@/lib/people/queries";

type Props = {
  duties: readonly { duty: Duty; holders: readonly DutyHolder[] }[];
  mayEnd: boolean;
  today: string;
};

/** Every duty with who holds it from when to when; a duty that nobody holds says so. */
export function DutyTable({ duties, mayEnd, today }: Props) {
  const t = useTranslations("people.duties");
  const td = useTranslations("roles.duty");
  const head = [t("duty"), t("holder"), t("from"), t("to"), t("action")];
  const rows = duties.flatMap(({ duty, holders }) => {
    const isHeld = holders.some(({ state }) => state === "current");
    const vacancy = { id: duty, cells: [td(duty), t("vacant"), "", "", ""], quiet: true };
    const held = holders.map((holder) => ({
      id: holder.id,
      quiet: holder.state === "over",
      cells: [
        td(duty),
        <span key="holder">
          {holder.personName}{" "}
          <StateBadge tone={SPAN_TONES[holder.state]} label={t(`state.${holder.state}`)} />
        </span>,
        <DateText key="from" date={holder.fromOn} />,
        holder.toOn ? <DateText key="to" date={holder.toOn} /> : t("open_end"),
        mayEnd && holder.state !== "over" ? (
          <EndButton key="end" holder={holder} duty={td(duty)} today={today} />
        ) : (
          ""
        ),
      ],
    }));
    return isHeld ? held : [vacancy, ...held];
  });
  return <PlainTable caption={t("title")} head={head} rows={rows} />;
}

type EndProps = { holder: DutyHolder; duty: string; today: string };

function EndButton({ holder, duty, today }: EndProps) {
  const t = useTranslations("people.duties");
  const words = { name: holder.personName, duty };
  const effect = holder.state === "future" ? t("call_off_effect", words) : t("end_effect", words);
  return (
    <ActionButton
      action={endDutyAction}
      input={{ assignmentId: holder.id, toOn: today }}
      label={t("end")}
      size="compact-sm"
      confirm={{ effects: [effect] }}
    />
  );
}
