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

  it("name the audit events of accounts and settings", () => {
    const words = auditWords(CATALOGUE[locale]);
    for (const type of ["person.left", "delegation.issued", "duty.ended", "setting.changed"]) {
      expect(words[type], type).toBeTruthy();
    }
  });
});
