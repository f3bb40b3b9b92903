/** "SC2026-0001 LG2026-001 大连宏达机械": how a task notice is named in a work item. */
export function taskTitle(task: {
  docNo: string | null;
  contractNo: string;
  customerName: string;
}): string {
  return [task.docNo, task.contractNo, task.customerName].filter(Boolean).join(" ");
}

/** "SC2026-0001 φ10 立铣刀 60 支": how one of its lines is named where the customer is not told. */
export function taskLineTitle(
  task: { docNo: string | null; contractNo: string },
  line: { productName: string; spec: string; quantity: { toString(): string }; unit: string },
): string {
  return [
    task.docNo,
    task.contractNo,
    line.productName,
    line.spec,
    `${line.quantity.toString()} ${line.unit}`,
  ]
    .filter(Boolean)
    .join(" ");
}
