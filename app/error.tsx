"use client";
import { UnexpectedError, type UnexpectedErrorProps } from "@/components/layout/unexpected-error";

export default function RootError(props: UnexpectedErrorProps) {
  return <UnexpectedError {...props} />;
}
