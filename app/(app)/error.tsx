"use client";
import { UnexpectedError, type UnexpectedErrorProps } from "@/components/layout/unexpected-error";

export default function AppError(props: UnexpectedErrorProps) {
  return <UnexpectedError {...props} />;
}
