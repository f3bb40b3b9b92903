"use client";
import { useEffect, useRef } from "react";
import type { FieldValues, UseFormReturn } from "react-hook-form";

/**
 * A refreshed page brings new defaults: fields nobody has touched, such as the row version after another form of the
 * page was saved, follow at once; what is being typed stays. When the very thing that is being typed has changed on
 * the server, nothing follows, and the stale row version lets the server refuse.
 */
export function useFollowServer<Values extends FieldValues>(
  form: UseFormReturn<Values>,
  defaultValues: unknown,
): void {
  const incoming = JSON.stringify(defaultValues);
  const known = useRef(incoming);
  const { isDirty, dirtyFields } = form.formState;
  useEffect(() => {
    if (known.current === incoming) return;
    const values = JSON.parse(incoming);
    if (isDirty && changedMeanwhile(dirtyFields, JSON.parse(known.current), values)) return;
    known.current = incoming;
    if (isDirty) form.reset(values, KEEP_TYPED);
    else form.reset(values);
  }, [form, incoming, isDirty, dirtyFields]);
}

const KEEP_TYPED = {
  keepDirty: true,
  keepDirtyValues: true,
  keepErrors: true,
  keepTouched: true,
  keepIsSubmitted: true,
  keepSubmitCount: true,
};

function changedMeanwhile(
  dirtyFields: object,
  before: Record<string, unknown>,
  now: Record<string, unknown>,
): boolean {
  return Object.entries(dirtyFields).some(
    ([name, typed]) =>
      JSON.stringify(typed).includes("true") &&
      JSON.stringify(before[name]) !== JSON.stringify(now[name]),
  );
}
