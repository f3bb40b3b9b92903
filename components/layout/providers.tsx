"use client";
import { MantineProvider } from "@mantine/core";
import { Notifications } from "@mantine/notifications";
import { setNonce } from "get-nonce";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import { type ReactNode, useState } from "react";
import { cssVariables, theme } from "@/components/ui/theme";

/**
 * Everything the client parts stand on. The nonce is kept in state, because after hydration the DOM hides it;
 * `get-nonce` hands it to the scroll lock of dialogs, whose style element the CSP would otherwise refuse.
 */
export function Providers({ nonce, children }: { nonce: string | undefined; children: ReactNode }) {
  const [kept] = useState(() => {
    if (nonce) setNonce(nonce);
    return nonce;
  });
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      {...(kept ? { getStyleNonce: () => kept } : {})}
    >
      <NuqsAdapter>{children}</NuqsAdapter>
      <Notifications position="bottom-center" limit={3} autoClose={5000} />
    </MantineProvider>
  );
}
