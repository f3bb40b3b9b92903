import { saveDraftAction } from "@/lib/contracts/actions";
import { closeIntakeAction, saveIntakeAction } from "@/lib/intake/actions";
import { db } from "@/lib/server/db";
import { goodsLine, orderValues } from "@/tests/factories/contracts";
import { createCustomer } from "@/tests/factories/customers";
import { aCall } from "@/tests/factories/intake";
import { createProduct, createUnits } from "@/tests/factories/products";
import { type Cast, does, REASON } from "../cast";
import type { DocumentMatrix } from "../harness";
import { CLERK, CLERK_OR_CHIEF, CLERK_OR_SALES } from "../roles";

const theIntake = (id: string) => db.intake.findUniqueOrThrow({ where: { id } });

async function recorded({ people }: Cast, by: "CLERK" | "SALESPERSON" = "CLERK"): Promise<string> {
  const input = { intakeId: null, rowVersion: null, intake: aCall() };
  return (await does(people[by], saveIntakeAction, input)).id;
}
const seen = async (intakeId: string) => ({
  intakeId,
  rowVersion: (await theIntake(intakeId)).rowVersion,
});
const closing = async (id: string) => ({
  ...(await seen(id)),
  outcome: "CLOSED" as const,
  reason: REASON,
});
/** An order typed from the call. */
async function ordered(intakeId: string) {
  await createUnits();
  const { id } = await createCustomer();
  const lines = [goodsLine((await createProduct()).id)];
  const order = orderValues(id, { lines, intakeId });
  return { contractId: null, rowVersion: null, order };
}

const CLOSED = "intake.already_closed";
// A salesperson sees the own records and those of the own customers; of others there is nothing to hear.
const refusal = {
  OPEN: "common.not_found",
  OPEN_BY_SALES: CLOSED,
  else: { SALESPERSON: "common.not_found", else: CLOSED },
};

const INTAKE: DocumentMatrix = {
  name: "an intake record",
  statuses: ["OPEN", "CLOSED"],
  make: {
    OPEN: (cast) => recorded(cast),
    OPEN_BY_SALES: (cast) => recorded(cast, "SALESPERSON"),
    CLOSED: async (cast) => {
      const id = await recorded(cast);
      await does(cast.team.clerk, closeIntakeAction, await closing(id));
      return id;
    },
  },
  statusOf: async (id) => (await theIntake(id)).status,
  acts: {
    save: {
      action: saveIntakeAction,
      permission: "intake:record",
      input: async (id) => ({ ...(await seen(id)), intake: aCall({ remark: "补记" }) }),
      cells: {
        OPEN: { by: CLERK, to: "OPEN" },
        OPEN_BY_SALES: { by: CLERK_OR_SALES, to: "OPEN" },
      },
      refusal,
      again: true,
    },
    close: {
      action: closeIntakeAction,
      permission: "intake:record",
      input: closing,
      cells: {
        OPEN: { by: CLERK, to: "CLOSED" },
        OPEN_BY_SALES: { by: CLERK_OR_SALES, to: "CLOSED" },
      },
      refusal,
    },
    turn_into_order: {
      action: saveDraftAction,
      permission: "contract:draft",
      input: ordered,
      cells: {
        OPEN: { by: CLERK_OR_CHIEF, to: "CLOSED" },
        OPEN_BY_SALES: { by: CLERK_OR_CHIEF, to: "CLOSED" },
      },
      refusal: CLOSED,
    },
  },
};

export const INTAKES: readonly DocumentMatrix[] = [INTAKE];
