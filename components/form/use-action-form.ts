"use client";
import { zodResolver } from "@hookform/resolvers/zod";
import { notifications } from "@mantine/notifications";
import { useTranslations } from "next-intl";
import { useCallback, useRef, useState } from "react";
import {
  type DefaultValues,
  type FieldPath,
  type FieldValues,
  type UseFormReturn,
  useForm,
} from "react-hook-form";
import type * as z from "zod";
import type { Permission } from "@/lib/auth/permissions";
import type { ActionFailure } from "@/lib/server/action-result";
import { usePrincipalOf } from "./acting-for";
import { useFollowServer } from "./follow-server";
import { useFreshPage } from "./fresh-page";
import type { PhoneMarkState } from "./phone-mark";
import { type FormAction, runAction } from "./run-action";
import { submissionKeys } from "./submission-key";
import { SERVER_ISSUE, useRefusalText } from "./use-refusal-text";

type FormSchema = z.ZodType<FieldValues, FieldValues>;

export type ActionFormOptions<Schema extends FormSchema, T> = {
  /** The same schema that the server checks with. */
  schema: Schema;
  action: FormAction<z.input<Schema>, T>;
  /** Plain values (they are compared as JSON). Fields nobody sees, such as id and rowVersion, belong here too. */
  defaultValues: DefaultValues<z.input<Schema>>;
  /** After success and after the leave guard is lifted: go somewhere, close a dialog, reset. */
  onDone?: (data: T) => void;
  /** The words of the success message; null for none. */
  successMessage?: string | null;
  /** The permission under which this signs: a delegate is asked whether the principal was telephoned (Q27). */
  signs?: Permission;
};

export type ActionForm<Values extends FieldValues = FieldValues> = {
  form: UseFormReturn<Values>;
  submit: (event?: { preventDefault?: () => void }) => Promise<void>;
  /** What the server refused, apart from single fields. */
  failure: ActionFailure | null;
  /** Counts failed attempts, so that the summary takes the focus at each. */
  attempts: number;
  /** For `PhoneMark` in a form that signs. */
  phone: PhoneMarkState;
};

/**
 * A form on a server action: checks with the schema, sends with an idempotency key that stays the same while the
 * content does, puts each refusal beside its field, keeps what was typed, and runs until the fresh page is shown.
 */
export function useActionForm<Schema extends FormSchema, T>(
  options: ActionFormOptions<Schema, T>,
): ActionForm<z.input<Schema>> {
  const { schema, action, defaultValues, onDone, successMessage } = options;
  const t = useTranslations("common.form");
  const freshPage = useFreshPage();
  const { ofIssue } = useRefusalText();
  const [keys] = useState(submissionKeys);
  const [failure, setFailure] = useState<ActionFailure | null>(null);
  const [attempts, setAttempts] = useState(0);
  const form = useForm<z.input<Schema>>({
    // raw: the server parses again, so it gets what was typed, not what the schema made of it
    resolver: zodResolver(schema, undefined, { raw: true }),
    defaultValues,
    shouldFocusError: false,
  });

  const isWaiting = useRef(false);
  const principal = usePrincipalOf(options.signs);
  const [asked, setAsked] = useState(false);
  useFollowServer(form, defaultValues);

  const refuse = useCallback(
    (error: ActionFailure) => {
      for (const issue of error.issues ?? []) {
        form.setError(issue.path as FieldPath<z.input<Schema>>, {
          type: SERVER_ISSUE,
          message: ofIssue(issue),
        });
      }
      setFailure(error);
      setAttempts((count) => count + 1);
    },
    [form, ofIssue],
  );

  const send = async (values: z.input<Schema>) => {
    setFailure(null);
    const full = principal !== null && asked ? { ...values, askedByPhone: true } : values;
    const result = await runAction(action, full, keys.keyFor(full));
    if (result === null) return;
    if (!result.ok) return refuse(result.error);
    keys.accepted();
    form.reset(values, { keepValues: true });
    if (successMessage !== null) notifications.show({ message: successMessage ?? t("saved") });
    onDone?.(result.data);
    await freshPage.refresh();
  };

  const submit = async (event?: { preventDefault?: () => void }) => {
    event?.preventDefault?.();
    if (form.formState.isSubmitting || isWaiting.current) return;
    // A signature stands under what was seen: it does not wait for a page that may show something else.
    if (options.signs === undefined) {
      isWaiting.current = true;
      await freshPage.settled();
      isWaiting.current = false;
    }
    await form.handleSubmit(send, () => {
      setFailure(null);
      setAttempts((count) => count + 1);
    })();
  };

  return { form, submit, failure, attempts, phone: { principal, asked, setAsked } };
}
