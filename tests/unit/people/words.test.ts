import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { auditWords } from "@/components/people/audit-words";
import { PERMISSION_NAMES, permissionRule } from "@/lib/auth/permissions";
import { DELEGATED_STEPS } from "@/lib/auth/roles";
import { CATALOGUE } from "@/lib/i18n/catalogue";
import { CLAUSE_KEYS } from "@/lib/settings/clause-keys";
import { SETTING_KEYS, settingSpec } from "@/lib/settings/setting-specs";

describe.each(["zh", "en"] as const)("the words in %s", (locale) => {
  const { people, settings } = CATALOGUE[locale];

  it("name every row of the permission matrix", () => {
    for (const name of PERMISSION_NAMES) {
      expect(people.permissions.acts, name).toHaveProperty(name.replace(":", "_"));
      expect(people.permissions.objects).toHaveProperty(permissionRule(name).object);
    }
    for (const step of DELEGATED_STEPS) expect(people.delegations.steps).toHaveProperty(step);
  });

  it("name every setting, its fields and its choices", () => {
    for (const key of SETTING_KEYS) {
      expect(settings.keys).toHaveProperty([key, "name"]);
      expect(settings.keys).toHaveProperty([key, "help"]);
      for (const { name, choices = [] } of settingSpec(key).fields) {
        expect(settings.fields).toHaveProperty(name);
        for (const choice of choices) expect(settings.choices).toHaveProperty(choice);
      }
    }
    for (const key of CLAUSE_KEYS) expect(settings.clauses.keys).toHaveProperty(key);
  });

  it("name every kind of audit event that the program writes", () => {
    const words = auditWords(CATALOGUE[locale]);
    const missing = auditTypes().filter((type) => !words[type]);
    expect(missing).toEqual([]);
  });

  it("give an event a sentence beside the word for its kind only where details stand in it", () => {
    const kinds = Object.keys(auditWords(CATALOGUE[locale])).map((type) => type.replace(".", "_"));
    const twice = Object.entries(CATALOGUE[locale].audit)
      .filter(([key, sentence]) => kinds.includes(key) && !sentence.includes("{"))
      .map(([key]) => key);
    expect(twice.filter((key) => !saysMoreElsewhere(key))).toEqual([]);
  });
});

/** One language may word a detail that the other leaves out. */
function saysMoreElsewhere(key: string): boolean {
  const sentences = Object.values(CATALOGUE).map(({ audit }) => audit as Record<string, string>);
  return sentences.some((audit) => audit[key]?.includes("{"));
}

/** Every literal type given to the audit in lib/. */
function auditTypes(): string[] {
  const files = readdirSync("lib", { recursive: true, encoding: "utf8" }).filter(
    (name) => name.endsWith(".ts") && !name.startsWith("server/"),
  );
  const sources = files
    .map((name) => readFileSync(path.join("lib", name), "utf8"))
    .filter((text) => /\b(recordAudit|auditSql)\(/.test(text));
  const lines = sources.flatMap((text) => text.match(/\btype: .*/g) ?? []);
  const types = lines.flatMap((line) => line.match(/"[a-z_]+\.[a-z_]+"/g) ?? []);
  return [...new Set(types.map((type) => type.slice(1, -1)))].sort();
}
