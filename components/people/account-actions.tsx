"use client";
import { Group } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionButton } from "@/components/form/action-button";
import {
  endSessionsAction,
  reactivatePersonAction,
  resetAccountAction,
} from "@/lib/people/actions";
import type { PersonRow } from "@/lib/people/queries";
import { OneTimeLink } from "./one-time-link";

type Props = { person: Pick<PersonRow, "id" | "rowVersion" | "state">; isSelf: boolean };

/** Reset, sign out everywhere, bring back; a link that comes of it is shown here once. */
export function AccountActions({ person, isSelf }: Props) {
  const t = useTranslations("people");
  const [answer, setAnswer] = useState<{ link: string | null } | null>(null);
  const input = { personId: person.id, rowVersion: person.rowVersion };
  const hasLeft = person.state === "left";
  return (
    <div className="stack">
      {answer ? <OneTimeLink link={answer.link} /> : null}
      <Group gap="sm">
        {hasLeft ? (
          <ActionButton
            action={reactivatePersonAction}
            input={input}
            label={t("reactivate.button")}
            confirm={{ effects: [t("reactivate.effect")] }}
            onDone={setAnswer}
          />
        ) : (
          <ActionButton
            action={endSessionsAction}
            input={input}
            label={t("end_sessions.button")}
            confirm={{ effects: [t("end_sessions.effect")] }}
          />
        )}
        {hasLeft || isSelf ? null : (
          <ActionButton
            action={resetAccountAction}
            input={input}
            label={t("reset.button")}
            confirm={{
              effects: [
                t("reset.effects.password"),
                t("reset.effects.sessions"),
                t("reset.effects.link"),
              ],
            }}
            onDone={setAnswer}
          />
        )}
      </Group>
    </div>
  );
}
