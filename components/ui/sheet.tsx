"use client";
import type { DrawerProps } from "@mantine/core";
import dynamic from "next/dynamic";
import { useOnceTrue } from "./dialog";

const DrawerPanel = dynamic(() => import("./dialog-panel").then((module) => module.DrawerPanel), {
  ssr: false,
});

/** A sheet that slides in from an edge; fetched with the dialogs. */
export function Sheet(props: DrawerProps) {
  return useOnceTrue(props.opened) ? <DrawerPanel {...props} /> : null;
}
