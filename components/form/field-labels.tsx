"use client";
import { createContext, type ReactNode, use, useEffect, useState } from "react";

type LabelStore = Map<string, string>;

const Labels = createContext<LabelStore | null>(null);

/** Collects the labels of the fields below, so that the error summary can call each by its name. */
export function FieldLabelsProvider({ children }: { children: ReactNode }) {
  const [store] = useState<LabelStore>(() => new Map());
  return <Labels value={store}>{children}</Labels>;
}

export function useFieldLabels(): ReadonlyMap<string, string> {
  const store = use(Labels);
  return store ?? EMPTY;
}

/** Makes the label of a field known for as long as the field is shown. */
export function useNamedField(name: string, label: string): void {
  const store = use(Labels);
  useEffect(() => {
    store?.set(name, label);
    return () => {
      store?.delete(name);
    };
  }, [store, name, label]);
}

const EMPTY: ReadonlyMap<string, string> = new Map();
