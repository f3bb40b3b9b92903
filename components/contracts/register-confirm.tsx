"use client";
import { Group, TextInput } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionButton } from "@/components/form/action-button";
import { confirmRegisterAction } from "@/lib/contracts/actions";

/** The registrar has compared the row with the contract and confirms it; a remark may go with it. */
export function RegisterConfirm({ contractId }: { contractId: string }) {
  const t = useTranslations("contracts.register");
  const [remark, setRemark] = useState("");
  return (
    <Group align="end" gap="sm" mt="sm">
      <TextInput
        label={t("remark")}
        value={remark}
        maxLength={500}
        onChange={(event) => setRemark(event.currentTarget.value)}
        flex={1}
      />
      <ActionButton
        action={confirmRegisterAction}
        input={{ contractIds: [contractId], remark: remark.trim() }}
        label={t("confirm")}
        tone="primary"
        doneMessage={t("confirmed")}
      />
    </Group>
  );
}
