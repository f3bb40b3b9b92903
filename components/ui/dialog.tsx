"use client";
import type { ModalProps } from "@mantine/core";
import dynamic from "next/dynamic";
import { useEffect, useState } from "react";
import { whenIdle } from "./when-idle";

const fetchPanel = () => import("./dialog-panel");

const ModalPanel = dynamic(() => fetchPanel().then((module) => module.ModalPanel), { ssr: false });

/** A modal dialog. Its machinery (focus trap, scroll lock) is fetched while the page rests, or when first opened. */
export function Dialog(props: ModalProps) {
  const wasOpened = useOnceTrue(props.opened);
  useEffect(() => whenIdle(fetchPanel), []);
  return wasOpened ? <ModalPanel {...props} /> : null;
}

/** Whether it was ever true: what has been opened stays mounted, so that it can close in its own way. */
export function useOnceTrue(now: boolean): boolean {
  const [ever, setEver] = useState(now);
  if (now && !ever) setEver(true);
  return ever || now;
}
