/** Clause ids of the regulation carry dots (`R1.1.4-a`), message keys may not: `R1_1_4-a`. */
export function clauseKey(clause: string): string {
  return clause.replaceAll(".", "_");
}

/** What is printed on the chip: `R1.1.4-a` -> `1.1.4`, `RD1-03` -> `三.1`. */
export function clauseNumber(clause: string): string {
  const [article = clause, sentence = ""] = clause.split("-");
  if (article.startsWith("RD")) return `三.${article.slice(2)} (${sentence.replace(/^0/, "")})`;
  return article.replace(/^R/, "");
}
