"use client";
import { Button } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { InlineNotice } from "@/components/ui/inline-notice";
import type { ActionFailure } from "@/lib/server/action-result";
import { useRefusalText } from "./use-refusal-text";

type Props = {
  failure: ActionFailure;
  /** Also lists the issues of single fields; off where the fields show them themselves. */
  withIssues?: boolean;
};

/** What the server refused, in the reader's language, with the way on where there is one. */
export function RefusalNotice({ failure, withIssues = false }: Props) {
  const { ofFailure, ofIssue } = useRefusalText();
  const sentence = ofFailure(failure);
  // A rule about a single field refuses with the field's own sentence: once is enough.
  const ofFields = (failure.issues ?? []).map(ofIssue).filter((text) => text !== sentence);
  return (
    <InlineNotice tone="danger" code={failure.code}>
      <div>{sentence}</div>
      {withIssues ? [...new Set(ofFields)].map((text) => <div key={text}>{text}</div>) : null}
      <WayOn code={failure.code} />
    </InlineNotice>
  );
}

/** A changed document can be looked at again, an ended session begun again; the rest is told in words. */
function WayOn({ code }: { code: string }) {
  const t = useTranslations("common.actions");
  const router = useRouter();
  if (code.endsWith("changed_meanwhile")) {
    return (
      <Button mt={4} size="xs" variant="default" onClick={() => router.refresh()}>
        {t("refresh")}
      </Button>
    );
  }
  if (code === "common.unauthenticated") {
    return (
      <Button mt={4} size="xs" variant="default" component="a" href="/sign-in">
        {t("sign_in")}
      </Button>
    );
  }
  return null;
}
