"use client";
import { Drawer, type DrawerProps, Modal, type ModalProps } from "@mantine/core";
import { useEffect, useState } from "react";

export function ModalPanel({ opened, ...props }: ModalProps) {
  return <Modal opened={useLater(opened)} {...props} />;
}

export function DrawerPanel({ opened, ...props }: DrawerProps) {
  return <Drawer opened={useLater(opened)} {...props} />;
}

/** Mounted closed and opened then: only so does Mantine note which element gets the focus back. */
function useLater(opened: boolean): boolean {
  const [shown, setShown] = useState(false);
  useEffect(() => setShown(opened), [opened]);
  return shown;
}
