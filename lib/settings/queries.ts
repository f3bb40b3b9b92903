import "server-only";
import { type Actor, can } from "@/lib/auth/permissions";
import { type CalendarDate, fromDbDate, toDbDate } from "@/lib/core/calendar-date";
import { clock } from "@/lib/server/clock";
import { db, type Tx } from "@/lib/server/db";
import type { ClauseKey } from "./clause-keys";
import {
  defaultSettings,
  isSettingKey,
  type SettingKey,
  type Settings,
  settingSpec,
} from "./setting-specs";

/** The settings in force on a date (default today), in one query; defaults where nobody has set anything. */
export async function currentSettings(
  client: Pick<Tx, "setting">,
  onDate: CalendarDate = clock.today(),
): Promise<Settings> {
  const rows = await client.setting.findMany({
    where: { effectiveFrom: { lte: toDbDate(onDate) } },
    orderBy: [{ effectiveFrom: "asc" }, { changedAt: "asc" }, { id: "asc" }],
    select: { key: true, value: true },
  });
  const changed = Object.fromEntries(
    rows.filter(({ key }) => isSettingKey(key)).map(({ key, value }) => [key, value]),
  );
  return { ...defaultSettings(), ...changed } as Settings;
}

/** The same for a page: today's settings. */
export function settingsNow(): Promise<Settings> {
  return currentSettings(db);
}

export type SettingVersion = {
  id: string;
  fields: Record<string, string>;
  /** Null for what the system began with. */
  effectiveFrom: CalendarDate | null;
  reason: string;
  changedAt: Date | null;
  changedByName: string | null;
};

export type SettingRow = {
  key: SettingKey;
  current: Record<string, string>;
  /** Newest version of all, also a future one: what a change must have seen. */
  latestVersionId: string | null;
  upcoming: { effectiveFrom: CalendarDate; fields: Record<string, string> } | null;
  mayChange: boolean;
};

/** Whether this person may change this setting (rules 5.8: ● by the director only). */
function mayChangeSetting(actor: Actor, key: SettingKey): boolean {
  return can(actor, settingSpec(key).directorOnly ? "setting:change_limits" : "setting:change");
}

/** Every setting with its value today and what is coming. */
export async function listSettings(actor: Actor): Promise<SettingRow[]> {
  const today = clock.today();
  const [values, versions] = await Promise.all([
    currentSettings(db, today),
    db.setting.findMany({ orderBy: [{ changedAt: "desc" }, { id: "desc" }] }),
  ]);
  return (Object.keys(values) as SettingKey[]).map((key) => {
    const own = versions.filter((version) => version.key === key);
    const next = own.find(({ effectiveFrom }) => fromDbDate(effectiveFrom) > today);
    const { show } = settingSpec(key);
    return {
      key,
      current: show(values[key]),
      latestVersionId: own[0]?.id ?? null,
      upcoming: next
        ? { effectiveFrom: fromDbDate(next.effectiveFrom), fields: show(next.value) }
        : null,
      mayChange: mayChangeSetting(actor, key),
    };
  });
}

/** Who changed a setting, when, to what and from when; newest first, with what the system began with at the end. */
export async function listSettingVersions(key: SettingKey): Promise<SettingVersion[]> {
  const versions = await db.setting.findMany({
    where: { key },
    orderBy: [{ changedAt: "desc" }, { id: "desc" }],
    take: 100,
  });
  const ids = versions.flatMap(({ changedById }) => changedById ?? []);
  const people = await db.person.findMany({
    where: { id: { in: ids } },
    select: { id: true, displayName: true },
  });
  const names = new Map(people.map(({ id, displayName }) => [id, displayName]));
  const { show } = settingSpec(key);
  const changed = versions.map((version) => ({
    id: version.id,
    fields: show(version.value),
    effectiveFrom: fromDbDate(version.effectiveFrom),
    reason: version.reason,
    changedAt: version.changedAt,
    changedByName: names.get(version.changedById ?? "") ?? null,
  }));
  const first = { effectiveFrom: null, reason: "", changedAt: null, changedByName: null };
  return [...changed, { id: "first", fields: show(defaultSettings()[key]), ...first }];
}

export type CompanyProfile = {
  name: string;
  uscc: string;
  address: string;
  legalRep: string;
  agent: string;
  phone: string;
  fax: string;
  postalCode: string;
  signPlace: string;
  /** "0.13" */
  defaultTaxRate: string;
  rowVersion: number;
};

/** The supplier's own data (F46); null until the administrator has entered them. */
export async function getCompanyProfile(
  client: Pick<Tx, "companyProfile"> = db,
): Promise<CompanyProfile | null> {
  const row = await client.companyProfile.findUnique({ where: { id: 1 } });
  if (!row) return null;
  const { id: _, updatedAt: __, defaultTaxRate, ...rest } = row;
  return { ...rest, defaultTaxRate: defaultTaxRate.toString() };
}

/** Whether the first set-up is still to be done. */
export async function isCompanyMissing(): Promise<boolean> {
  return (await db.companyProfile.count()) === 0;
}

type ListOptions = { activeOnly?: boolean };
const shown = ({ activeOnly }: ListOptions) => (activeOnly ? { active: true } : {});

/** Our bank accounts, the default one first. */
export function listBankAccounts(client: Pick<Tx, "bankAccount"> = db, options: ListOptions = {}) {
  return client.bankAccount.findMany({
    where: shown(options),
    orderBy: [{ active: "desc" }, { isDefault: "desc" }, { bankName: "asc" }, { id: "asc" }],
  });
}

export function listCouriers(client: Pick<Tx, "courier"> = db, options: ListOptions = {}) {
  return client.courier.findMany({
    where: shown(options),
    orderBy: [{ active: "desc" }, { id: "asc" }],
  });
}

export function listUnits(client: Pick<Tx, "unit"> = db, options: ListOptions = {}) {
  return client.unit.findMany({
    where: shown(options),
    orderBy: [{ active: "desc" }, { sortNo: "asc" }, { name: "asc" }],
  });
}

/** Texts for the clauses of the formal contract; the default of each key first. */
export async function listClauseTemplates(
  client: Pick<Tx, "clauseTemplate"> = db,
  options: ListOptions = {},
) {
  const rows = await client.clauseTemplate.findMany({
    where: shown(options),
    orderBy: [{ isDefault: "desc" }, { active: "desc" }, { id: "asc" }],
  });
  return rows.map((row) => ({ ...row, clauseKey: row.clauseKey as ClauseKey }));
}
