import "server-only";
import { type Actor, can } from "@/lib/auth/permissions";
import { db } from "@/lib/server/db";
import { currentSettings, listClauseTemplates, listUnits } from "@/lib/settings/queries";

/** What the order screen needs besides the order: units, clause texts, the amount that asks for a formal contract. */
export async function orderScreen(actor: Actor) {
  const [units, templates, settings] = await Promise.all([
    listUnits(db, { activeOnly: true }),
    listClauseTemplates(db, { activeOnly: true }),
    currentSettings(db),
  ]);
  return {
    personId: actor.id,
    units: units.map(({ name }) => name),
    templates: templates.map(({ id, clauseKey, title, text }) => ({ id, clauseKey, title, text })),
    formalAmountThreshold: settings.formalAmountThreshold,
    mayCreateProduct: can(actor, "product:edit"),
  };
}
