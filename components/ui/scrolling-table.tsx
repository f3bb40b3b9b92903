import { Table, TableScrollContainer } from "@mantine/core";
import type { ReactNode } from "react";

type Props = {
  /** What the table is, for screen readers. */
  label: string;
  /** Narrower windows scroll it sideways, by keyboard too. */
  minWidth: number;
  children: ReactNode;
};

/** A table that must keep its columns: where it does not fit it scrolls in itself. */
export function ScrollingTable({ label, minWidth, children }: Props) {
  const viewportProps = { tabIndex: 0, role: "region", "aria-label": label };
  return (
    <TableScrollContainer minWidth={minWidth} scrollAreaProps={{ viewportProps }}>
      <Table horizontalSpacing="md">{children}</Table>
    </TableScrollContainer>
  );
}
