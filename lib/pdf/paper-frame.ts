import { formatDate, formatDateTime, formatTime } from "@/lib/i18n/format";
import {
  CHINESE_KIT_WORDS,
  type DocumentCopy,
  type DocumentModel,
  type SignatureBox,
} from "./document-model";

/** Why a paper must not be taken for a valid one. */
export type PaperMark = "UNAPPROVED" | "UNISSUED" | "VOIDED" | "REVERSED";

/** What every paper of the factory carries besides its own content. */
export type PaperFrame = {
  company: { name: string; address: string; phone: string; fax: string };
  /** PNG or JPEG (F46). */
  images?: { logo?: Uint8Array; stamp?: Uint8Array };
  /** Id of the record, printed at the foot to find it again. */
  systemNumber: string;
  number: string | null;
  mark: PaperMark | null;
  printedAt: Date;
  printedByName: string;
  /** 1 for the first print. */
  printCount: number;
};

/** A paper that can be drawn once its frame (company, time, print count) is known. */
export type PrintablePaper = {
  number: string | null;
  mark: PaperMark | null;
  draw(frame: PaperFrame): DocumentModel;
};

/** A named decision as the signature table keeps it. */
export type PaperSignature = {
  name: string;
  onBehalfOfName: string | null;
  decision: "AGREE" | "RETURN" | "REJECT";
  comment: string;
  signedAt: Date;
};

const WORDS = {
  phone: "电话",
  fax: "传真",
  systemNumber: "系统编号",
  printed: "打印",
  printCount: "第 {count} 次打印",
  onBehalfOf: "代 {name}",
  marks: { UNAPPROVED: "未审批", UNISSUED: "未下达", VOIDED: "作废", REVERSED: "已冲销" },
  decisions: { AGREE: "同意", RETURN: "退回", REJECT: "否决" },
} as const;

/** Head, foot, number, watermark and print mark around the copies of a paper. */
export function framed(
  frame: PaperFrame,
  title: string,
  copies: readonly DocumentCopy[],
  subtitle?: string,
): DocumentModel {
  const { company } = frame;
  const phone = company.phone && `${WORDS.phone} ${company.phone}`;
  const fax = company.fax && `${WORDS.fax} ${company.fax}`;
  const contact = [phone, fax].filter(Boolean).join("　");
  return {
    fileTitle: [title, frame.number].filter(Boolean).join(" "),
    language: "zh-CN",
    head: {
      name: company.name,
      lines: [company.address, contact].filter((line) => line !== ""),
      ...(frame.images?.logo ? { logo: frame.images.logo } : {}),
    },
    title,
    ...(subtitle ? { subtitle } : {}),
    number: frame.number,
    copies,
    watermark: frame.mark && WORDS.marks[frame.mark],
    printMark: WORDS.printCount.replace("{count}", frame.printCount.toFixed(0)),
    footer: [
      `${WORDS.systemNumber} ${frame.systemNumber}`,
      `${WORDS.printed} ${formatDateTime(frame.printedAt)} ${frame.printedByName}`,
    ].join("　"),
    printedAt: frame.printedAt,
    words: CHINESE_KIT_WORDS,
  };
}

/** The factory's stamp for a block, on valid papers only: never on what is not approved or no longer holds (F46). */
export function stampOf({ mark, images }: PaperFrame): { stamp?: Uint8Array } {
  return mark === null && images?.stamp ? { stamp: images.stamp } : {};
}

/** The box of one signing step: signed, still open, or not needed (a dash). */
export function signatureBox(
  label: string,
  signature: PaperSignature | null,
  isNeeded = true,
): SignatureBox {
  if (!signature) return { label, state: isNeeded ? "open" : "notNeeded" };
  return {
    label,
    state: "signed",
    name: signature.name,
    ...(signature.onBehalfOfName
      ? { onBehalfOf: WORDS.onBehalfOf.replace("{name}", signature.onBehalfOfName) }
      : {}),
    decision: WORDS.decisions[signature.decision],
    comment: signature.comment,
    signedAt: longDateTime(signature.signedAt),
  };
}

/** The box of somebody who only did something (drafted, issued, packed): name and time, no decision. */
export function actBox(label: string, name: string | null, at: Date | null): SignatureBox {
  if (!name) return { label, state: "open" };
  return { label, state: "signed", name, ...(at ? { signedAt: longDateTime(at) } : {}) };
}

/** `2026年11月23日 14:31` on the factory's clock. */
export function longDateTime(instant: Date): string {
  const day = formatDateTime(instant).slice(0, 10);
  return `${formatDate(day, "long")} ${formatTime(instant)}`;
}

/** `2026年11月23日`, or a blank when there is no date. */
export function longDate(date: string | null): string {
  return date === null ? "" : formatDate(date, "long");
}

/** The parts that say something, one under the other. */
export function stacked(...parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null && part !== "").join("\n");
}
