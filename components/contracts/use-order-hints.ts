"use client";
import { useEffect, useState } from "react";
import type { ProductFacts } from "@/lib/contracts/order-values";
import type { CreditOutlook } from "@/lib/credit/outlook";
import type { ReviewOffer } from "@/lib/reviews/queries";
import type { StockHoldView } from "@/lib/stock/stock-hold";
import type { StockOfProducts } from "./order-facts";

const TYPING_PAUSE_MS = 250;

type OrderHints = {
  credit: CreditOutlook;
  stock: StockOfProducts;
  prices: readonly {
    contractNo: string;
    on: string;
    unitPrice: string;
    quantity: string;
    unit: string;
  }[];
  products: Readonly<Record<string, ProductFacts>>;
  /** What of the customer's reviews NEW lines may rest on today. */
  reviews: readonly ReviewOffer[];
  /** What drafts would like to keep, by product (Q28). */
  holds: Readonly<Record<string, readonly StockHoldView[]>>;
};

export type HintQuestion = {
  customerId: string;
  amount: string;
  paymentTerm: string;
  productIds: readonly string[];
  /** The product of the row with the focus; empty for none. */
  focused: string;
  exceptContractId: string;
};

export type HintState = {
  hints: OrderHints | null;
  /** The product that `hints.prices` is about. */
  pricesOf: string;
  status: "idle" | "loading" | "ready" | "failed";
};

/** Asks for stock, prices and credit a moment after the last key; a newer question cancels the one before. */
export function useOrderHints(question: HintQuestion): HintState {
  const { customerId, productIds, ...rest } = question;
  const address =
    customerId === ""
      ? null
      : `/api/hints/order?${new URLSearchParams({ customerId, ...rest, productIds: productIds.join(",") })}`;
  const [answer, setAnswer] = useState<{
    address: string;
    hints: OrderHints | null;
    focused: string;
  } | null>(null);

  useEffect(() => {
    if (address === null) return;
    const controller = new AbortController();
    const ask = async () => {
      const hints = await hintsFrom(address, controller.signal);
      if (!controller.signal.aborted) setAnswer({ address, hints, focused: rest.focused });
    };
    const timer = setTimeout(() => void ask(), TYPING_PAUSE_MS);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [address, rest.focused]);

  if (address === null) return { hints: null, pricesOf: "", status: "idle" };
  const isCurrent = answer?.address === address;
  return {
    // The answer before stays in sight until the new one is there: nothing flickers.
    hints: answer?.hints ?? null,
    pricesOf: answer?.focused ?? "",
    status: !isCurrent ? "loading" : answer.hints ? "ready" : "failed",
  };
}

async function hintsFrom(address: string, signal: AbortSignal): Promise<OrderHints | null> {
  try {
    const response = await fetch(address, { signal, headers: { accept: "application/json" } });
    return response.ok ? ((await response.json()) as OrderHints) : null;
  } catch {
    return null;
  }
}
