"use client";
import { Button, type ButtonProps } from "@mantine/core";
import type { ReactNode } from "react";
import { useFormContext } from "react-hook-form";
import { Hotkey } from "./hotkey";

type Props = Omit<ButtonProps, "type"> & {
  children: ReactNode;
  /** Running; taken from the surrounding form when not given. */
  pending?: boolean;
  /** Printed on the button; the form itself listens. */
  hotkey?: string;
};

/** The main button of a form: a second press while it runs does nothing. */
export function SubmitButton({ children, pending, hotkey, ...rest }: Props) {
  const context = useFormContext();
  const running = pending ?? context?.formState.isSubmitting ?? false;
  return (
    <Button
      type="submit"
      loading={running}
      {...(hotkey ? { rightSection: <Hotkey keys={hotkey} /> } : {})}
      {...rest}
    >
      {children}
    </Button>
  );
}
