"use server";

import { closeIntake } from "@/lib/intake/close-intake";
import { saveIntake } from "@/lib/intake/save-intake";
import { closeIntakeInput, saveIntakeInput } from "@/lib/intake/schema";
import { defineAction } from "@/lib/server/define-action";

export const saveIntakeAction = defineAction({
  permission: "intake:record",
  input: saveIntakeInput,
  run: saveIntake,
});
export const closeIntakeAction = defineAction({
  permission: "intake:record",
  input: closeIntakeInput,
  run: closeIntake,
});
