"use client";
import { MantineProvider, mergeThemeOverrides } from "@mantine/core";
import { setNonce } from "get-nonce";
import { useTranslations } from "next-intl";
import { type ReactNode, useMemo, useState } from "react";
import { cssVariables, theme } from "@/components/ui/theme";
import { Toasts } from "./toasts";

/**
 * Everything the client parts stand on. The nonce is kept in state, because after hydration the DOM hides it;
 * `get-nonce` hands it to the scroll lock of dialogs, whose style element the CSP would otherwise refuse.
 */
export function Providers({ nonce, children }: { nonce: string | undefined; children: ReactNode }) {
  const close = useTranslations("common.actions")("close");
  const spokenTheme = useMemo(() => mergeThemeOverrides(theme, closeButtonsNamed(close)), [close]);
  const [kept] = useState(() => {
    if (nonce) setNonce(nonce);
    return nonce;
  });
  return (
    <MantineProvider
      theme={spokenTheme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      {...(kept ? { getStyleNonce: () => kept } : {})}
    >
      {children}
      <Toasts />
    </MantineProvider>
  );
}

/** The crosses of dialogs and messages are pictures only; a screen reader needs their word. */
function closeButtonsNamed(name: string) {
  const defaultProps = { closeButtonProps: { "aria-label": name } };
  return {
    components: {
      Modal: { defaultProps },
      Drawer: { defaultProps },
      Notification: { defaultProps },
    },
  };
}
