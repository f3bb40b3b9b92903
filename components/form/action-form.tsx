"use client";
import type { ReactNode } from "react";
import { type FieldValues, FormProvider } from "react-hook-form";
import { FieldLabelsProvider } from "./field-labels";
import { FormErrorSummary } from "./form-error-summary";
import { LeaveGuard } from "./leave-guard";
import type { ActionForm as ActionFormState } from "./use-action-form";

type Props<Values extends FieldValues> = ActionFormState<Values> & {
  /** Names the form for screen readers when the page has several. */
  label?: string;
  /** Asks before leaving with unsaved content. On by default. */
  guard?: boolean;
  /** Names of fields in the error summary, by path; a field's own label otherwise. */
  fieldLabels?: Readonly<Record<string, string>>;
  className?: string;
  id?: string;
  children: ReactNode;
};

/** The form element around the fields: summary of errors above, guard against losing what was typed. */
export function ActionForm<Values extends FieldValues>(props: Props<Values>) {
  const {
    form,
    submit,
    failure,
    attempts,
    label,
    guard = true,
    fieldLabels,
    className,
    id,
    children,
  } = props;
  return (
    <FormProvider {...form}>
      <FieldLabelsProvider>
        <form
          noValidate
          className={className ?? "stack"}
          onSubmit={(event) => {
            event.stopPropagation();
            void submit(event);
          }}
          onKeyDown={(event) => {
            if (event.key === "Enter" && event.ctrlKey && !event.nativeEvent.isComposing) {
              event.preventDefault();
              void submit();
            }
          }}
          {...(label ? { "aria-label": label } : {})}
          {...(id ? { id } : {})}
        >
          <FormErrorSummary
            failure={failure}
            attempts={attempts}
            {...(fieldLabels ? { fieldLabels } : {})}
          />
          {children}
        </form>
      </FieldLabelsProvider>
      {guard ? <LeaveGuard active={form.formState.isDirty} /> : null}
    </FormProvider>
  );
}
