import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { FormProvider, useForm } from "react-hook-form";
import { describe, expect, it } from "vitest";
import { AllocationFields } from "@/components/receivables/allocation-fields";
import { renderInApp, typedInto, wordsOf } from "../render-in-app";

const CONTRACT = "0198a1b2-0000-7000-8000-000000000001";

const targets = {
  waiting: [
    {
      id: "0198a1b2-0000-7000-8000-000000000002",
      docNo: "FH2026-0012",
      contractId: CONTRACT,
      contractNo: "LG2026-031",
      amount: "1700.00",
      missing: "1200.00",
    },
  ],
  contracts: [
    {
      id: CONTRACT,
      contractNo: "LG2026-031",
      term: "PREPAID",
      total: "3000.00",
      received: "500.00",
    },
  ],
  deliveries: [],
  onAccount: "0.00",
};

function Form({ amount }: { amount: string }) {
  const form = useForm({ defaultValues: { allocations: [] } });
  return (
    <FormProvider {...form}>
      <AllocationFields name="allocations" targets={targets} amount={amount} />
    </FormProvider>
  );
}

describe("what money is for", () => {
  it("[R1.3.1-P1] offers the contract whose notice waits for money, with what it still has to receive", async () => {
    renderInApp(<Form amount="4000" />);
    expect(wordsOf(document.body)).toContain("有发货通知在等款");
    await userEvent.click(screen.getByRole("button", { name: /LG2026-031（FH2026-0012 等款/ }));
    expect(typedInto(screen.getByLabelText(/金额/))).toContain("2500.00");
    expect(wordsOf(document.body)).not.toContain("有发货通知在等款");
  });

  it("offers no more than came", async () => {
    renderInApp(<Form amount="1200" />);
    await userEvent.click(screen.getByRole("button", { name: /LG2026-031/ }));
    expect(typedInto(screen.getByLabelText(/金额/))).toContain("1200.00");
  });
});
