import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { FormProvider, useForm } from "react-hook-form";
import { expect, it } from "vitest";
import { TextAreaField } from "@/components/form/text-field";
import { readCell } from "@/components/line-grid/read-cell";
import { calendarDate } from "@/lib/core/calendar-date";
import { renderInApp, typedInto } from "../render-in-app";

function Form() {
  return (
    <FormProvider {...useForm({ defaultValues: { remark: "" } })}>
      <TextAreaField name="remark" label="备注" maxLength={10} />
    </FormProvider>
  );
}

it("keeps a text that is too long whole, and says by how much", async () => {
  renderInApp(<Form />);
  const field = screen.getByLabelText("备注");
  await userEvent.click(field);
  await userEvent.paste("一二三四五六七八九十多");
  expect(typedInto(field)).toBe("一二三四五六七八九十多");
  expect(screen.getByText(/最多 10 个字，现在 11 个/)).toBeTruthy();
});

it("says so in a cell of the line grid too", () => {
  const column = { key: "remark", header: "备注", kind: "text", width: 80, maxLength: 10 } as const;
  const row = { id: "r", cells: { remark: "一二三四五六七八九十多" }, picked: {}, prefilled: {} };
  expect(readCell(column, row, calendarDate("2026-11-23"))).toEqual({
    code: "common.too_long_by",
    details: { max: "10", length: "11" },
  });
});
