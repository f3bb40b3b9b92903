import { mergeCustomersAction } from "@/lib/credit/actions";
import { confirmStartAction, saveCustomerAction } from "@/lib/customers/actions";
import { db } from "@/lib/server/db";
import { aCustomerForm, createCustomer } from "@/tests/factories/customers";
import { type Cast, does, REASON } from "../cast";
import type { DocumentMatrix } from "../harness";
import { CHIEF, CLERK_OR_CHIEF } from "../roles";

const theFile = (id: string) => db.customer.findUniqueOrThrow({ where: { id } });

async function aFile(ownerId: string | null): Promise<string> {
  return (await createCustomer({ ownerId })).id;
}
async function seen(id: string) {
  return { id, rowVersion: (await theFile(id)).rowVersion };
}
async function saved(id: string) {
  const { name, ownerId } = await theFile(id);
  return aCustomerForm({ ...(await seen(id)), name, ownerId });
}
const merging = async (id: string) => ({
  duplicateId: id,
  rowVersion: (await theFile(id)).rowVersion,
  survivorId: await aFile(null),
  reason: REASON,
});
async function merged({ team }: Cast): Promise<string> {
  const id = await aFile(null);
  await does(team.chief, mergeCustomersAction, await merging(id));
  return id;
}

const CUSTOMER: DocumentMatrix = {
  name: "a customer's file",
  statuses: ["KEPT", "MERGED"],
  make: {
    KEPT: () => aFile(null),
    OF_SALES: ({ people }) => aFile(people.SALESPERSON.id),
    MERGED: merged,
  },
  statusOf: async (id) => ((await theFile(id)).mergedIntoId === null ? "KEPT" : "MERGED"),
  acts: {
    save: {
      action: saveCustomerAction,
      permission: "customer:edit",
      input: saved,
      cells: {
        KEPT: { by: CLERK_OR_CHIEF, to: "KEPT" },
        OF_SALES: { by: [...CLERK_OR_CHIEF, "SALESPERSON"], to: "KEPT" },
      },
      refusal: "common.not_found",
      again: true,
    },
    confirm_start: {
      action: confirmStartAction,
      permission: "customer:confirm_start",
      input: async (id) => ({
        ...(await seen(id)),
        startOn: "2020-01-01",
        evidence: "2020 年合同",
      }),
      cells: { KEPT: { by: CHIEF, to: "KEPT" }, OF_SALES: { by: CHIEF, to: "KEPT" } },
      refusal: "customers.merged_already",
      again: true,
    },
    merge: {
      action: mergeCustomersAction,
      permission: "customer:merge",
      input: merging,
      cells: { KEPT: { by: CHIEF, to: "MERGED" }, OF_SALES: { by: CHIEF, to: "MERGED" } },
      refusal: "customers.merged_already",
    },
  },
};

export const CUSTOMERS: readonly DocumentMatrix[] = [CUSTOMER];
