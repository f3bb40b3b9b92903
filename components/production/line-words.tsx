import type { Route } from "next";
import { useTranslations } from "next-intl";
import { FilePreview } from "@/components/records/file-preview";
import { Link } from "@/components/ui/link";
import { formatQuantity } from "@/lib/i18n/format";
import type { Drawing } from "@/lib/production/drawings";
import styles from "./production.module.css";

type Product = { productName: string; spec: string; drawingNo: string };

/** What is made: name, specification, drawing. */
export function TaskProduct({ productName, spec, drawingNo }: Product) {
  return (
    <div className={styles.product}>
      <span>{productName}</span>
      <span className={styles.quiet}>{[spec, drawingNo].filter(Boolean).join(" ")}</span>
    </div>
  );
}

/** A row of the register as a link. */
export function LineLink({ id, children }: { id: string; children: React.ReactNode }) {
  return <Link href={`/production/register/${id}` as Route}>{children}</Link>;
}

/** "20 / 60 支" with a bar; the bar is for the eye, the figures for everybody. */
export function Progress({ done, of, unit }: { done: string; of: string; unit: string }) {
  return (
    <div className={styles.product}>
      <span>
        {formatQuantity(done)} / {formatQuantity(of)} {unit}
      </span>
      <progress className={styles.bar} value={done} max={of} aria-hidden="true" />
    </div>
  );
}

/** The drawings of the product; images and PDF open in the page. */
export function DrawingLinks({ drawings }: { drawings: readonly Drawing[] }) {
  const t = useTranslations("production.board");
  if (drawings.length === 0) return null;
  return (
    <ul className={styles.files} aria-label={t("drawings")}>
      {drawings.map(({ id, fileName }) => (
        <li key={id}>
          <a href={`/api/files/${id}`} download={fileName}>
            {fileName}
          </a>{" "}
          <FilePreview id={id} fileName={fileName} />
        </li>
      ))}
    </ul>
  );
}
