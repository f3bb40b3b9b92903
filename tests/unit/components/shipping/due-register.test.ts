import { createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import { dueColumns } from "@/components/shipping/due-register";
import { CATALOGUE } from "@/lib/i18n/catalogue";
import { Prisma } from "@/lib/server/generated/client";

const t = createTranslator({ locale: "zh", messages: CATALOGUE.zh });
const NUMBER = {
  key: "contractNo",
  kind: "link",
  sql: Prisma.sql`x`,
  header: "shipping.columns.contract_no",
} as const;

describe("the list of what is due", () => {
  it("leads to the contract those who may open it, and shows the keeper the number alone", () => {
    expect(dueColumns([NUMBER], t)[0]?.href).toBe("/contracts/{contractId}");
    expect(dueColumns([NUMBER], t, { linksContracts: false })[0]).not.toHaveProperty("href");
  });
});
