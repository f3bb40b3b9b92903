import { getTranslations } from "next-intl/server";
import { ClauseHint } from "@/components/ui/clause-hint";
import type { CreditOutlook } from "@/lib/credit/outlook";
import { formatDate, formatMoney } from "@/lib/i18n/format";
import styles from "./contract.module.css";
import { type CreditTone, creditTone } from "./credit-tone";

export type DecisionCase = {
  /** Numbers of the reviews that the NEW lines rest on. */
  reviewNos: string;
  form: "FORMAL" | "VERBAL";
  recommendedForm: "FORMAL" | "VERBAL" | null;
  formReason: string;
  contractClass: "A" | "B" | "C" | null;
  totalAmount: string;
  productSummary: string;
  paymentTerm: "PREPAID" | "MONTHLY" | "QUARTERLY" | "ACCUMULATED";
  looserTermReason: string;
  deliveryFrom: string | null;
  deliveryTo: string | null;
  /** Lines that the stock no longer covers as it did at submission. */
  uncovered?: number;
  /** Dated before the day of the decision. */
  signedEarly?: boolean;
};

type Point = { key: string; label: string; tone: CreditTone; words: string; clause?: string };

/** The decision in words: what is asked for, and of each point whether it is fine, to be watched, or out of bounds. */
export async function DecisionPoints({
  item,
  credit,
}: {
  item: DecisionCase;
  credit: CreditOutlook;
}) {
  const [t, outlook] = await Promise.all([
    getTranslations("contracts"),
    getTranslations("credit.outlook"),
  ]);
  const details = Object.fromEntries(
    Object.entries(credit.sentence.details).map(([name, value]) => [name, formatMoney(value)]),
  );
  const sentence = outlook(credit.sentence.code as "within", details as { left: string });
  const points: Point[] = [
    {
      key: "goods",
      label: t("decision.goods"),
      tone: "good",
      words: t("decision.goods_words", {
        products: item.productSummary,
        amount: formatMoney(item.totalAmount),
      }),
    },
    paymentPoint(t, item),
    {
      key: "credit",
      label: t("decision.credit"),
      tone: creditTone(credit.violations.length, credit.sentence.code),
      words:
        credit.overdueDays > 0
          ? `${sentence} ${t("order.overdue", { amount: formatMoney(credit.overdueAmount), days: credit.overdueDays })}`
          : sentence,
      clause: "R1.3.1-e",
    },
    classPoint(t, item),
    deliveryPoint(t, item),
    ...formPoint(t, item),
    ...datePoint(t, item),
  ];
  return (
    <dl className={styles.points}>
      {points.map(({ key, label, tone, words, clause }) => (
        <div key={key} data-tone={tone}>
          <dt>{label}</dt>
          <dd>
            <strong>{t(`decision.tones.${tone}`)}</strong> {words}
            {clause ? (
              <>
                {" "}
                <ClauseHint clause={clause} />
              </>
            ) : null}
          </dd>
        </div>
      ))}
    </dl>
  );
}

type Words = Awaited<ReturnType<typeof getTranslations<"contracts">>>;

function paymentPoint(t: Words, { paymentTerm, looserTermReason }: DecisionCase): Point {
  const term = t(`payment_terms.${paymentTerm}`);
  const isLooser = looserTermReason !== "";
  return {
    key: "payment",
    label: t("payment_term"),
    tone: isLooser ? "stop" : "good",
    words: isLooser ? t("decision.looser", { term, reason: looserTermReason }) : term,
    clause: "R1.3.1-a",
  };
}

/** A submitted class C contract has its review already: nothing of it is out of bounds any more (R1.1.3-C1). */
function classPoint(t: Words, { contractClass, reviewNos, uncovered = 0 }: DecisionCase): Point {
  const words = t("order.class_reviewed", { class: contractClass ?? "A", reviews: reviewNos });
  return {
    key: "class",
    label: t("class_label"),
    tone: contractClass !== "A" || uncovered > 0 ? "watch" : "good",
    words: uncovered > 0 ? `${words} ${t("decision.uncovered", { count: uncovered })}` : words,
    clause: "R1.1.3-A",
  };
}

/** What has to be made first keeps its date only if production does. */
function deliveryPoint(t: Words, { deliveryFrom, deliveryTo, contractClass }: DecisionCase): Point {
  const from = deliveryFrom ? formatDate(deliveryFrom) : "—";
  const to = deliveryTo ? formatDate(deliveryTo) : "—";
  const dates = from === to ? from : t("decision.from_to", { from, to });
  const isInStock = contractClass === "A";
  return {
    key: "delivery",
    label: t("decision.delivery"),
    tone: isInStock ? "good" : "watch",
    words: isInStock ? dates : t("decision.to_be_made", { dates }),
  };
}

function formPoint(t: Words, { form, recommendedForm, formReason }: DecisionCase): Point[] {
  if (recommendedForm === null) return [];
  const deviates = form === "VERBAL" && recommendedForm === "FORMAL";
  return [
    {
      key: "form",
      label: t("form_label"),
      tone: deviates ? "watch" : "good",
      words: deviates ? t("decision.deviates", { reason: formReason }) : t(`form.${form}`),
      clause: recommendedForm === "FORMAL" ? "R1.1.2-F" : "R1.1.2-V",
    },
  ];
}

function datePoint(t: Words, { signedEarly = false }: DecisionCase): Point[] {
  if (!signedEarly) return [];
  return [{ key: "date", label: t("sign_date"), tone: "watch", words: t("decision.signed_early") }];
}
