import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import * as z from "zod";
import { ActionForm } from "@/components/form/action-form";
import { MoneyFormField } from "@/components/form/figure-fields";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import type { ActionResult } from "@/lib/server/action-result";
import { inApp, renderInApp, typedInto, wordsOf } from "../render-in-app";

const router = { refresh: vi.fn(), push: vi.fn() };
vi.mock("next/navigation", async (original) => ({
  ...(await original<typeof import("next/navigation")>()),
  useRouter: () => router,
}));

const schema = z.object({
  name: z.string().min(1, "common.required").max(5, "common.too_long"),
  address: z.object({ city: z.string() }),
  amount: z.string().regex(/^\d+(\.\d{1,2})?$/, "common.amount_malformed"),
  rowVersion: z.int(),
});
type Values = z.infer<typeof schema>;

type Props = {
  action: (input: Values, key: string) => Promise<ActionResult<string>>;
  city?: string;
  rowVersion?: number;
};

function CustomerForm({ action, city = "", rowVersion = 1 }: Props) {
  const form = useActionForm({
    schema,
    action,
    defaultValues: { name: "", address: { city }, amount: "", rowVersion },
  });
  return (
    <ActionForm {...form}>
      <TextField name="name" label="名称" required />
      <TextField name="address.city" label="城市" />
      <MoneyFormField name="amount" label="金额" />
      <SubmitButton>保存</SubmitButton>
    </ActionForm>
  );
}

function recording(...answers: ActionResult<string>[]) {
  const calls: { input: Values; key: string }[] = [];
  const action = async (input: Values, key: string) => {
    calls.push({ input, key });
    return answers[calls.length - 1] ?? ({ ok: true, data: "done" } as const);
  };
  return { action, calls };
}

const save = () => userEvent.click(screen.getByRole("button", { name: "保存" }));

async function fillIn() {
  await userEvent.type(screen.getByLabelText(/名称/), "宏达");
  await userEvent.type(screen.getByLabelText(/金额/), "12.50");
}

beforeEach(() => router.refresh.mockClear());

describe("a form on a server action", () => {
  it("names what is wrong before asking the server, and puts the focus there", async () => {
    const { action, calls } = recording();
    renderInApp(<CustomerForm action={action} />);
    await userEvent.type(screen.getByLabelText(/名称/), "超过五个字的名称");
    await save();
    const alert = await screen.findByRole("alert");
    expect(wordsOf(alert)).toContain("还有 2 处需要改");
    expect(wordsOf(alert)).toContain("名称");
    expect(wordsOf(alert)).toContain("填得太长");
    expect(document.activeElement).toBe(alert.parentElement);
    expect(calls).toHaveLength(0);
    await userEvent.click(screen.getByRole("button", { name: "金额" }));
    expect(document.activeElement).toBe(screen.getByLabelText(/金额/));
  });

  it("sends figures as plain text", async () => {
    const { action, calls } = recording();
    renderInApp(<CustomerForm action={action} />);
    await userEvent.type(screen.getByLabelText(/名称/), "宏达");
    await userEvent.type(screen.getByLabelText(/金额/), "￥１2,345.60");
    await save();
    await waitFor(() => expect(calls).toHaveLength(1));
    expect(calls[0]?.input.amount).toBe("12345.60");
    expect(router.refresh).toHaveBeenCalledOnce();
  });

  it("puts the server's issues beside their fields and keeps what was typed", async () => {
    const { action } = recording({
      ok: false,
      error: {
        code: "common.invalid_input",
        issues: [{ path: "address.city", code: "common.too_long" }],
      },
    });
    renderInApp(<CustomerForm action={action} />);
    await fillIn();
    await save();
    await waitFor(() =>
      expect(screen.getByLabelText("城市").getAttribute("aria-invalid")).toBe("true"),
    );
    expect(typedInto(screen.getByLabelText(/名称/))).toBe("宏达");
    expect(wordsOf(screen.getByRole("alert"))).toContain("还有 1 处需要改");
  });

  it("keeps the key for the same content, draws a new one when it changes or was accepted", async () => {
    const refused = { ok: false, error: { code: "common.try_again" } } as const;
    const { action, calls } = recording(refused, refused);
    renderInApp(<CustomerForm action={action} />);
    await fillIn();
    await save();
    await waitFor(() => expect(calls).toHaveLength(1));
    await save();
    await waitFor(() => expect(calls).toHaveLength(2));
    await userEvent.type(screen.getByLabelText("城市"), "沈阳");
    await save();
    await waitFor(() => expect(calls).toHaveLength(3));
    await save();
    await waitFor(() => expect(calls).toHaveLength(4));
    const [first, again, changed, afterSuccess] = calls.map(({ key }) => key);
    expect(again).toBe(first);
    expect(changed).not.toBe(first);
    expect(afterSuccess).not.toBe(changed);
  });

  it("claims nothing when the answer is lost, and sends the same key again", async () => {
    const keys: string[] = [];
    const action = async (_input: Values, key: string): Promise<ActionResult<string>> => {
      keys.push(key);
      if (keys.length === 1) throw new TypeError("Failed to fetch");
      return { ok: true, data: "done" };
    };
    renderInApp(<CustomerForm action={action} />);
    await fillIn();
    await save();
    const alert = await screen.findByRole("alert");
    expect(wordsOf(alert)).toContain("不知道办成了没有");
    await save();
    await waitFor(() => expect(keys).toHaveLength(2));
    expect(keys[1]).toBe(keys[0]);
  });

  it("takes what a refreshed page brings, but never over what is being typed", async () => {
    const { action } = recording();
    const { rerender } = renderInApp(<CustomerForm action={action} />);
    rerender(inApp(<CustomerForm action={action} city="大连" />));
    await waitFor(() => expect(typedInto(screen.getByLabelText("城市"))).toBe("大连"));
    await userEvent.type(screen.getByLabelText(/名称/), "宏达");
    rerender(inApp(<CustomerForm action={action} city="鞍山" />));
    await waitFor(() => expect(typedInto(screen.getByLabelText("城市"))).toBe("鞍山"));
    expect(typedInto(screen.getByLabelText(/名称/))).toBe("宏达");
  });

  it("takes the row version after another form of the page was saved, while something is being typed", async () => {
    const { action, calls } = recording();
    const { rerender } = renderInApp(<CustomerForm action={action} rowVersion={3} />);
    await fillIn();
    rerender(inApp(<CustomerForm action={action} rowVersion={4} />));
    await userEvent.type(screen.getByLabelText("城市"), "沈阳");
    await save();
    await waitFor(() => expect(calls).toHaveLength(1));
    expect(calls[0]?.input).toMatchObject({
      name: "宏达",
      address: { city: "沈阳" },
      amount: "12.50",
      rowVersion: 4,
    });
  });

  it("keeps the old row version when somebody else changed what is being typed", async () => {
    const { action, calls } = recording();
    const { rerender } = renderInApp(<CustomerForm action={action} rowVersion={3} />);
    await fillIn();
    await userEvent.type(screen.getByLabelText("城市"), "沈阳");
    rerender(inApp(<CustomerForm action={action} city="鞍山" rowVersion={4} />));
    await save();
    await waitFor(() => expect(calls).toHaveLength(1));
    expect(calls[0]?.input).toMatchObject({ address: { city: "沈阳" }, rowVersion: 3 });
  });
});
