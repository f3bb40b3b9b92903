import { matchParts } from "./match-parts";
import type { Suggestion } from "./suggestion";
import styles from "./type-ahead.module.css";

/** One hit: code, name, and a second line; what was typed is marked. */
export function SuggestionLine({ item, query }: { item: Suggestion; query: string }) {
  return (
    <span className={styles.line}>
      <span className={styles.code}>
        <Marked text={item.code} query={query} />
      </span>
      <span className={styles.name}>
        <Marked text={item.label} query={query} />
      </span>
      {item.sub ? (
        <span className={styles.sub}>
          <Marked text={item.sub} query={query} />
        </span>
      ) : null}
    </span>
  );
}

function Marked({ text, query }: { text: string; query: string }) {
  let place = 0;
  return matchParts(text, query).map((part) => {
    const key = place;
    place += part.text.length;
    return part.isMatch ? <mark key={key}>{part.text}</mark> : <span key={key}>{part.text}</span>;
  });
}
