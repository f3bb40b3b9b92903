"use client";
import { Button, Group } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Dialog } from "@/components/ui/dialog";

type Props = {
  active: boolean;
  /** The browser keeps a copy that can be taken back: leaving loses nothing for good. */
  isKept?: boolean;
};

/** Asks before a link, a reload or a closed tab throws away what was typed; links marked `data-leaves-freely` pass. */
export function LeaveGuard({ active, isKept = false }: Props) {
  const t = useTranslations("common.form");
  const router = useRouter();
  const [target, setTarget] = useState<string | null>(null);

  useEffect(() => {
    if (!active) return;
    const onUnload = (event: BeforeUnloadEvent) => event.preventDefault();
    const onClick = (event: MouseEvent) => {
      const href = inAppTarget(event);
      if (!href) return;
      event.preventDefault();
      event.stopPropagation();
      setTarget(href);
    };
    window.addEventListener("beforeunload", onUnload);
    document.addEventListener("click", onClick, true);
    return () => {
      window.removeEventListener("beforeunload", onUnload);
      document.removeEventListener("click", onClick, true);
    };
  }, [active]);

  return (
    <Dialog opened={target !== null} onClose={() => setTarget(null)} title={t("leave_title")}>
      <p>{t(isKept ? "leave_text_kept" : "leave_text")}</p>
      <Group justify="flex-end">
        <Button
          variant="default"
          onClick={() => {
            const href = target;
            setTarget(null);
            if (href) router.push(href as "/");
          }}
        >
          {t("leave")}
        </Button>
        <Button data-autofocus onClick={() => setTarget(null)}>
          {t("stay")}
        </Button>
      </Group>
    </Dialog>
  );
}

/** Where an ordinary click on a link inside the application leads; null for all other clicks. */
function inAppTarget(event: MouseEvent): string | null {
  if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)
    return null;
  const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
  if (!(link instanceof HTMLAnchorElement) || link.target === "_blank" || link.download)
    return null;
  if (link.origin !== location.origin) return null;
  if ("leavesFreely" in link.dataset) return null;
  const isSamePage = link.pathname === location.pathname && link.search === location.search;
  return isSamePage ? null : link.pathname + link.search + link.hash;
}
