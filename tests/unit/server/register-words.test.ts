import { createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import { MASTER_REGISTERS } from "@/app/api/export/master-registers";
import { EXPORTABLE } from "@/app/api/export/registers";
import type { Actor } from "@/lib/auth/permissions";
import { CATALOGUE } from "@/lib/i18n/catalogue";

const t = createTranslator({ locale: "zh", messages: CATALOGUE.zh });
const clerk: Actor = {
  id: "01a22308-0000-7000-8000-000000000001",
  name: "李雪",
  role: "CLERK",
  duties: [],
  delegations: [],
  keeperSeesPrices: false,
};
/** The others take their words from the request. */
const registers = Object.entries(EXPORTABLE).filter(
  ([name]) => name !== "audit" && !Object.hasOwn(MASTER_REGISTERS, name),
);

describe("the columns of the registers", () => {
  it.each(registers)(
    "show every state of %s in words",
    async (_, register) => {
      const spec = await register.spec(clerk);
      const columns = spec.columns.filter(({ hidden }) => !hidden);
      const shown = await register.columns(columns, t);
      const bare = shown.filter(({ kind, states }) => kind === "state" && !states);
      expect(bare.map(({ key }) => key)).toEqual([]);
    },
    30_000,
  );
});
