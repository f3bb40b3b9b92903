import type { Route } from "next";
import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";

/** The name of an entry: a link to its form for whoever may change it, plain text for everybody else. */
export function EditLink({
  href,
  mayEdit,
  children,
}: {
  href: string;
  mayEdit: boolean;
  children: ReactNode;
}) {
  return mayEdit ? <Link href={href as Route}>{children}</Link> : children;
}
