import { createTranslator } from "next-intl";
import { CATALOGUE } from "./catalogue";
import type { MessageDomain } from "./domains";
import type { Locale } from "./locale";

/** Sentences outside a page request, for papers, workbooks and jobs: the language is the document's own. */
export function translatorFor<Domain extends MessageDomain>(locale: Locale, namespace: Domain) {
  return createTranslator({ locale, messages: CATALOGUE[locale], namespace });
}
