"use client";
import type { Route } from "next";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useWatch } from "react-hook-form";
import { InlineNotice } from "@/components/ui/inline-notice";
import { Link } from "@/components/ui/link";
import type { DuplicateReason } from "@/lib/customers/duplicate-reasons";

type Hit = { id: string; customerCode: string; name: string; reason: DuplicateReason };

const PAUSE_MS = 300;

/** Existing customers that the one being typed may be, while it is typed; never blocks. */
export function DuplicateHint({ field, exceptId }: { field: string; exceptId: string | null }) {
  const t = useTranslations("customers.duplicates");
  const typed = String(useWatch({ name: field }) ?? "").trim();
  const [found, setFound] = useState<{ typed: string; hits: readonly Hit[] } | null>(null);

  useEffect(() => {
    if (typed.length < 2) return;
    const controller = new AbortController();
    const timer = setTimeout(() => {
      askFor(typed, exceptId, controller.signal)
        .then((hits) => setFound({ typed, hits }))
        .catch(() => undefined); // a hint that did not come is no reason to disturb
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [typed, exceptId]);

  const hits = found?.typed === typed ? found.hits : [];
  if (hits.length === 0) return null;
  return (
    <div className="span-all">
      <InlineNotice tone="warn" title={t("title")}>
        <ul>
          {hits.map(({ id, customerCode, name, reason }) => (
            <li key={id}>
              <Link href={`/customers/${id}` as Route} target="_blank">
                {customerCode} {name}
              </Link>{" "}
              {t(`reason.${reason}`)}
            </li>
          ))}
        </ul>
      </InlineNotice>
    </div>
  );
}

async function askFor(text: string, exceptId: string | null, signal: AbortSignal) {
  const search = new URLSearchParams({ duplicatesOf: text });
  if (exceptId) search.set("except", exceptId);
  const response = await fetch(`/api/search/customers?${search}`, { signal });
  if (!response.ok) return [];
  const body = (await response.json()) as { results?: Hit[] } | null;
  return body?.results ?? [];
}
