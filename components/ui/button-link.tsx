"use client";
import { Button, type ButtonProps } from "@mantine/core";
import type { Route } from "next";
import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";

type Props = Omit<ButtonProps, "component"> & { href: string; children: ReactNode };

/** A link that looks like a button: where a page leads to another one. */
export function ButtonLink({ href, children, ...rest }: Props) {
  return (
    <Button component={Link} href={href as Route} {...rest}>
      {children}
    </Button>
  );
}
