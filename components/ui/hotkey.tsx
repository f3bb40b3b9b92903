import styles from "./hotkey.module.css";

/** The key of an action, printed on or beside its button: `Ctrl+K`. Hidden where there is no keyboard. */
export function Hotkey({ keys }: { keys: string }) {
  return (
    <span className={styles.key} aria-hidden="true">
      {keys}
    </span>
  );
}
