"use client";
import { ActionIcon } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import type { ReactNode } from "react";
import styles from "./rows.module.css";

type Props = {
  /** Names the row for screen readers: 第 2 位联系人. */
  label: string;
  removeLabel: string;
  onRemove: () => void;
  children: ReactNode;
};

/** One editable row of a form: its fields, and the way to take it out. */
export function RowCard({ label, removeLabel, onRemove, children }: Props) {
  return (
    <fieldset className={styles.row} aria-label={label}>
      <div className={styles.head}>
        <span>{label}</span>
        <ActionIcon variant="subtle" color="gray" aria-label={removeLabel} onClick={onRemove}>
          <IconTrash size={16} aria-hidden="true" />
        </ActionIcon>
      </div>
      <div className="form-grid">{children}</div>
    </fieldset>
  );
}
