/**
 * A process of its own that approves contracts until it or its database is killed; run through run-typescript.mjs by
 * the test that kills it. Says `ready` when everything is typed and checked, then one line per approval.
 */
import { approveContract } from "@/lib/contracts/approve-contract";
import { createContract, ref } from "@/tests/factories/contracts";
import { aKey, anActor } from "@/tests/factories/people";

const CONTRACTS = 24;
const RIVALS = 6;

export async function main(): Promise<void> {
  const director = await anActor("FACTORY_DIRECTOR");
  const waiting: string[] = [];
  for (let n = 0; n < CONTRACTS; n += 1) {
    waiting.push((await createContract({ status: "PENDING_DIRECTOR" })).id);
  }
  process.stdout.write("ready\n");
  const approveAll = async () => {
    for (let id = waiting.pop(); id; id = waiting.pop()) {
      const { contractNo } = await approveContract(
        director,
        { ...(await ref(id)), comment: "" },
        aKey(),
      );
      process.stdout.write(`approved ${contractNo}\n`);
    }
  };
  await Promise.all(Array.from({ length: RIVALS }, approveAll));
}
