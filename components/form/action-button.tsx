"use client";
import { Button, type ButtonProps, Popover } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef, useState } from "react";
import type { Permission } from "@/lib/auth/permissions";
import type { ActionFailure } from "@/lib/server/action-result";
import { usePrincipalOf } from "./acting-for";
import { ConfirmDialog } from "./confirm-dialog";
import styles from "./form.module.css";
import { useFreshPage } from "./fresh-page";
import { RefusalNotice } from "./refusal-notice";
import { type FormAction, runAction } from "./run-action";
import { submissionKeys } from "./submission-key";

export type ActionButtonProps<Input, T> = {
  action: FormAction<Input, T>;
  /** Everything but what the dialog adds: the comment as `comment`, the choice under its name. */
  input: Omit<Input, "comment">;
  /** A verb: 同意, 退回, 登记出库. */
  label: string;
  /** `primary` for the next step, `danger` for what cannot be taken back. */
  tone?: "primary" | "default" | "danger";
  /** Asks first and lists what will happen. */
  confirm?: { title?: string; effects?: readonly string[] };
  /** Asks for an opinion or a reason. */
  comment?: "required" | "optional";
  commentLabel?: string;
  /** Common phrases for the comment. */
  presets?: readonly string[];
  /** Something that may go along with the act or not; sent as `true` or `false` under `name`. */
  choice?: { name: string; label: string; isChosen: boolean };
  /** Success message; null for none. */
  doneMessage?: string | null;
  /** Where to go after success; the page is refreshed otherwise. */
  redirectTo?: string;
  onDone?: (data: T) => void;
  /** The permission under which this signs: a delegate is asked whether the principal was telephoned (Q27). */
  signs?: Permission;
  disabled?: boolean;
  leftSection?: ReactNode;
  size?: ButtonProps["size"];
};

const VARIANTS = {
  primary: { variant: "filled" },
  default: { variant: "default" },
  danger: { variant: "outline", color: "red" },
} as const;

/** A button that does something on the server: asks if it must, runs once, says what came of it in its place. */
export function ActionButton<Input, T>(props: ActionButtonProps<Input, T>) {
  const { action, label, tone = "default", confirm, comment, disabled, onDone } = props;
  const t = useTranslations("common.form");
  const router = useRouter();
  const freshPage = useFreshPage();
  const [keys] = useState(submissionKeys);
  const [asking, setAsking] = useState(false);
  const [running, setRunning] = useState(false);
  const [failure, setFailure] = useState<ActionFailure | null>(null);
  const principal = usePrincipalOf(props.signs);
  // What was pressed on an old page is sent as the new one has it; only a signature stands under what was seen.
  const input = useRef(props.input);
  useEffect(() => {
    input.current = props.input;
  });
  const asks = confirm !== undefined || comment !== undefined;

  const run = async (text: string, askedByPhone = false, chosen = false) => {
    if (running) return;
    setRunning(true);
    setFailure(null);
    if (!props.signs) await freshPage.settled();
    const full = {
      ...(props.signs ? props.input : input.current),
      ...(text === "" ? {} : { comment: text }),
      ...(askedByPhone ? { askedByPhone } : {}),
      ...(props.choice ? { [props.choice.name]: chosen } : {}),
    } as Input;
    const result = await runAction(action, full, keys.keyFor(full));
    if (result === null || !result.ok) {
      setRunning(false);
      if (result) setFailure(result.error);
      return;
    }
    keys.accepted();
    if (props.doneMessage !== null) notifications.show({ message: props.doneMessage ?? t("done") });
    setAsking(false);
    onDone?.(result.data);
    if (props.redirectTo) router.push(props.redirectTo as "/");
    await freshPage.refresh();
    setRunning(false);
  };

  const button = (
    <Button
      {...VARIANTS[tone]}
      loading={running && !asking}
      disabled={disabled === true}
      onClick={() => (asks ? setAsking(true) : void run(""))}
      {...(props.leftSection ? { leftSection: props.leftSection } : {})}
      {...(props.size ? { size: props.size } : {})}
    >
      {label}
    </Button>
  );
  const refusal = failure ? <RefusalNotice failure={failure} withIssues /> : null;

  if (!asks) {
    return (
      <Popover opened={failure !== null} onChange={(open) => !open && setFailure(null)} withArrow>
        <Popover.Target>{button}</Popover.Target>
        <Popover.Dropdown p={0} className={styles.refusal ?? ""}>
          {refusal}
        </Popover.Dropdown>
      </Popover>
    );
  }
  return (
    <>
      {button}
      <ConfirmDialog
        opened={asking}
        onClose={() => {
          setAsking(false);
          setFailure(null);
        }}
        onConfirm={(text, asked, chosen) => void run(text, asked, chosen)}
        principal={principal}
        running={running}
        label={label}
        danger={tone === "danger"}
        refusal={refusal}
        title={confirm?.title ?? label}
        effects={confirm?.effects ?? []}
        presets={props.presets ?? []}
        {...(comment ? { comment } : {})}
        {...(props.choice ? { choice: props.choice } : {})}
        {...(props.commentLabel ? { commentLabel: props.commentLabel } : {})}
      />
    </>
  );
}
