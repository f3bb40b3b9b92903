"use client";
import NextLink from "next/link";
import { type ComponentProps, useState } from "react";

type Props = Omit<ComponentProps<typeof NextLink>, "prefetch">;

/**
 * A link to another page, fetched ahead when somebody points at it. Fetching all links in sight would make the server
 * render some fifty pages for each list that is only read.
 */
export function Link(props: Props) {
  const [near, setNear] = useState(false);
  const approach = () => setNear(true);
  return (
    <NextLink
      prefetch={near ? null : false}
      onPointerEnter={approach}
      onFocus={approach}
      {...props}
    />
  );
}
