"use client";
import { Tabs } from "@mantine/core";
import { parseAsString, useQueryState } from "nuqs";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import type { ReactNode } from "react";

export type CustomerTab = { key: string; label: string; content: ReactNode };

type Props = { label: string; tabs: readonly CustomerTab[] };

/** The sheets of a customer's file; the open one stands in the URL. No other page pays for the adapter. */
export function CustomerTabs(props: Props) {
  return (
    <NuqsAdapter>
      <Sheets {...props} />
    </NuqsAdapter>
  );
}

function Sheets({ label, tabs }: Props) {
  const [open, setOpen] = useQueryState("tab", parseAsString);
  const shown = tabs.some(({ key }) => key === open) ? open : (tabs[0]?.key ?? null);
  return (
    <Tabs value={shown} onChange={(key) => void setOpen(key)} keepMounted={false}>
      <Tabs.List aria-label={label}>
        {tabs.map((tab) => (
          <Tabs.Tab key={tab.key} value={tab.key}>
            {tab.label}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {tabs.map((tab) => (
        <Tabs.Panel key={tab.key} value={tab.key} pt="md">
          {tab.content}
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}
