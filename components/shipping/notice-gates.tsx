import { IconAlertTriangle, IconCircleCheck, IconCircleMinus } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { ClauseHint } from "@/components/ui/clause-hint";
import { SectionCard } from "@/components/ui/section-card";
import { formatMoney } from "@/lib/i18n/format";
import { GATE_CLAUSES, type GateResult } from "@/lib/shipping/gates";
import styles from "./notice.module.css";

type State = "ok" | "fails" | "na";
const ICONS = { ok: IconCircleCheck, fails: IconAlertTriangle, na: IconCircleMinus };

function stateOf({ applies, fails }: GateResult): State {
  if (!applies) return "na";
  return fails ? "fails" : "ok";
}

/** The gates as lights in words: what holds, what fails, why, and what to do (rules 5.4). */
export function NoticeGates({ gates }: { gates: readonly GateResult[] }) {
  const t = useTranslations("shipping");
  return (
    <SectionCard title={t("sections.gates")}>
      <ul className={styles.gates}>
        {gates.map((gate) => {
          const state = stateOf(gate);
          const Icon = ICONS[state];
          return (
            <li key={gate.gate} className={styles.gate} data-state={state}>
              <Icon size={18} stroke={1.75} aria-hidden="true" className={styles.light} />
              <div>
                <div className={styles.gateHead}>
                  <strong>{t(`gate.${gate.gate}`)}</strong>
                  <span className={styles.gateState}>{t(`gate_state.${state}`)}</span>
                  <ClauseHint clause={GATE_CLAUSES[gate.gate]} />
                </div>
                <GateSentence gate={gate} state={state} />
              </div>
            </li>
          );
        })}
      </ul>
    </SectionCard>
  );
}

function GateSentence({ gate, state }: { gate: GateResult; state: State }) {
  const t = useTranslations("shipping");
  const { details } = gate;
  if (state === "ok") return <p className={styles.why}>{t(`gate_ok.${gate.gate}`)}</p>;
  if (state === "na") return <p className={styles.why}>{t(`gate_na.${gate.gate}`)}</p>;
  if (gate.gate === "G1_FUNDS") {
    const { confirmed, required, missing } = details;
    if (!confirmed || !required || !missing)
      return <p className={styles.why}>{t("gate_fails.G1_plain")}</p>;
    const figures = {
      confirmed: formatMoney(confirmed),
      required: formatMoney(required),
      missing: formatMoney(missing),
    };
    return <p className={styles.why}>{t("gate_fails.G1_FUNDS", figures)}</p>;
  }
  if (gate.gate === "G2_SIGNED" && details.signDate)
    return <p className={styles.why}>{t("gate_fails.G2_dated", { date: details.signDate })}</p>;
  return <p className={styles.why}>{t(`gate_fails.${gate.gate}`, details)}</p>;
}
