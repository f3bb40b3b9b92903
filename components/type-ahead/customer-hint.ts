import type { CustomerFile } from "@/lib/contracts/order-values";
import type { OverduePickup } from "@/lib/walkin/overdue";

/** What the server tells of a picked customer: what is prefilled, and what stands in a pickup's way. */
export type CustomerHint = CustomerFile & { overduePickup: OverduePickup | null };

/** The hint of a customer; null when the server does not answer or the customer is out of view. */
export async function readCustomerHint(customerId: string): Promise<CustomerHint | null> {
  try {
    const response = await fetch(`/api/hints/customer?customerId=${customerId}`);
    return response.ok ? ((await response.json()) as CustomerHint) : null;
  } catch {
    return null;
  }
}
