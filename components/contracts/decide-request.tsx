"use client";
import { Group } from "@mantine/core";
import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/form/action-button";
import { decideContractRequestAction } from "@/lib/shipping/actions";

type Props = {
  requestId: string;
  rowVersion: number;
  kind: "VOID" | "TERMINATE" | "WAIVE_SIGNATURE";
};

/** The director's yes or no to a request, with what follows from it. */
export function DecideRequest({ requestId, rowVersion, kind }: Props) {
  const t = useTranslations("contracts.requests");
  const input = { requestId, rowVersion, comment: "" };
  const effects =
    kind === "WAIVE_SIGNATURE"
      ? [t("waive_effect")]
      : [t(kind === "VOID" ? "void_effect" : "terminate_effect"), t("void_effect_money")];
  return (
    <Group gap="sm" mt="xs">
      <ActionButton
        action={decideContractRequestAction}
        signs="contract:decide_end"
        input={{ ...input, decision: "REJECT" }}
        label={t("refuse")}
        comment="required"
        confirm={{ effects: [t("refuse_effect")] }}
      />
      <ActionButton
        action={decideContractRequestAction}
        signs="contract:decide_end"
        input={{ ...input, decision: "AGREE" }}
        label={t("agree")}
        tone={kind === "WAIVE_SIGNATURE" ? "primary" : "danger"}
        comment="optional"
        confirm={{ effects }}
      />
    </Group>
  );
}
