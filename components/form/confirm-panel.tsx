"use client";
import { Button, Checkbox, Group, Textarea, UnstyledButton } from "@mantine/core";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { ModalPanel } from "@/components/ui/dialog-panel";
import dialog from "./confirm-panel.module.css";
import styles from "./form.module.css";
import { PhoneMark } from "./phone-mark";

export type ConfirmProps = {
  opened: boolean;
  onClose: () => void;
  onConfirm: (comment: string, askedByPhone: boolean, chosen: boolean) => void;
  /** In whose place this is signed; then it is asked whether that person was telephoned. */
  principal?: string | null;
  running: boolean;
  title: string;
  /** The verb on the confirming button, the same as on the one that opened the dialog. */
  label: string;
  effects: readonly string[];
  danger: boolean;
  comment?: "required" | "optional";
  commentLabel?: string;
  presets: readonly string[];
  /** Something that may go along with the act or not. */
  choice?: { label: string; isChosen: boolean };
  refusal: ReactNode;
};

/** Says in words what will happen, takes the comment, and only then lets it happen. */
export function ConfirmPanel(props: ConfirmProps) {
  const { opened, onClose, title } = props;
  return (
    <ModalPanel opened={opened} onClose={onClose} title={title}>
      {opened ? <DialogBody {...props} /> : null}
    </ModalPanel>
  );
}

function DialogBody(props: ConfirmProps) {
  const { onClose, onConfirm, running, label, effects, danger, comment, presets, choice, refusal } =
    props;
  const t = useTranslations("common");
  const [text, setText] = useState("");
  const [isMissing, setIsMissing] = useState(false);
  const [asked, setAsked] = useState(false);
  const [chosen, setChosen] = useState(choice?.isChosen ?? false);

  const confirm = () => {
    if (comment === "required" && text.trim() === "") return setIsMissing(true);
    onConfirm(text.trim(), asked, chosen);
  };
  const ownLabel = comment === "required" ? t("form.comment_required") : t("form.comment_optional");

  return (
    <div className="stack">
      {effects.length > 0 ? (
        <div>
          <div>{t("form.effects")}</div>
          <ul className={styles.effects}>
            {effects.map((effect) => (
              <li key={effect}>{effect}</li>
            ))}
          </ul>
        </div>
      ) : null}
      {comment ? (
        <div>
          <Textarea
            label={props.commentLabel ?? ownLabel}
            withAsterisk={comment === "required"}
            aria-required={comment === "required"}
            value={text}
            onChange={(event) => {
              setText(event.currentTarget.value);
              setIsMissing(false);
            }}
            error={isMissing ? t("refusals.required") : undefined}
            autosize
            minRows={2}
            maxRows={8}
            data-autofocus
          />
          {presets.length > 0 ? (
            <fieldset className={dialog.presets} aria-label={t("form.presets")}>
              {presets.map((preset) => (
                <UnstyledButton
                  key={preset}
                  className={dialog.preset}
                  onClick={() => {
                    setText((current) => (current ? `${current}；${preset}` : preset));
                    setIsMissing(false);
                  }}
                >
                  {preset}
                </UnstyledButton>
              ))}
            </fieldset>
          ) : null}
        </div>
      ) : null}
      {choice ? (
        <Checkbox
          label={choice.label}
          checked={chosen}
          onChange={(event) => setChosen(event.currentTarget.checked)}
        />
      ) : null}
      <PhoneMark principal={props.principal ?? null} asked={asked} setAsked={setAsked} />
      {refusal}
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={onClose} disabled={running}>
          {t("actions.cancel")}
        </Button>
        <Button
          loading={running}
          onClick={confirm}
          {...(danger ? { color: "red" } : {})}
          {...(comment ? {} : { "data-autofocus": true })}
        >
          {label}
        </Button>
      </Group>
    </div>
  );
}
