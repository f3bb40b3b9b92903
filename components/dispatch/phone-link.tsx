import styles from "./dispatch.module.css";

/** A number to be called at a tap. */
export function PhoneLink({ phone }: { phone: string }) {
  if (!phone) return <span>—</span>;
  return (
    <a href={`tel:${phone.replace(/[^\d+]/g, "")}`} className={styles.phone}>
      {phone}
    </a>
  );
}
