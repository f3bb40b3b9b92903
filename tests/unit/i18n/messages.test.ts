import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import { CATALOGUE } from "@/lib/i18n/catalogue";
import { clauseKey } from "@/lib/i18n/clause";
import { MESSAGE_DOMAINS } from "@/lib/i18n/domains";
import { refusalKeys } from "@/lib/i18n/refusal-text";
import { WORK_ITEM_KINDS } from "@/lib/server/work-item-kinds";

const root = path.resolve(import.meta.dirname, "../../..");

/** Every sentence of a language as key path -> text. */
function flatten(node: object, prefix = ""): Map<string, string> {
  const entries = Object.entries(node).flatMap(([key, value]): [string, string][] => {
    const here = prefix + key;
    return typeof value === "string" ? [[here, value]] : [...flatten(value as object, `${here}.`)];
  });
  return new Map(entries);
}

const zh = flatten(CATALOGUE.zh);
const en = flatten(CATALOGUE.en);

/** Names of the ICU arguments: what follows a brace that opens at even depth. */
function argumentsOf(text: string): string[] {
  const names = [...text.matchAll(/\{\s*([a-zA-Z][a-zA-Z0-9_]*)\s*[,}]/g)].map(
    ([, name]) => name ?? "",
  );
  return [...new Set(names)].sort();
}

function sourceFiles(folder: string): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name) && !name.includes("generated"))
    .map((name) => path.join(root, folder, name));
}

/** Refusal codes that the code throws or names as a zod message. */
function thrownCodes(): string[] {
  const thrown = /new DomainError\(\s*"([a-z_]+(?:\.[a-z0-9_]+)+)"/g;
  const issues = /(?:\b(?:code|message|error):\s*|,\s*)"([a-z_]+\.[a-z0-9_]+)"(?:,?\s*\)|\s*[,}])/g;
  const codes = sourceFiles("lib").flatMap((file) => {
    const text = readFileSync(file, "utf8");
    const fromIssues = [...text.matchAll(issues)].filter(([, code = ""]) => isDomain(code));
    return [...text.matchAll(thrown), ...fromIssues].map(([, code]) => code ?? "");
  });
  return [...new Set(codes)].sort();
}

function isDomain(code: string): boolean {
  return MESSAGE_DOMAINS.some((domain) => code.startsWith(`${domain}.`));
}

describe("the two languages", () => {
  it("have the same keys", () => {
    const onlyZh = [...zh.keys()].filter((key) => !en.has(key));
    const onlyEn = [...en.keys()].filter((key) => !zh.has(key));
    expect({ onlyZh, onlyEn }).toEqual({ onlyZh: [], onlyEn: [] });
  });

  it("take the same arguments in every sentence", () => {
    const different = [...zh].flatMap(([key, text]) => {
      const other = en.get(key) ?? "";
      return argumentsOf(text).join() === argumentsOf(other).join() ? [] : [key];
    });
    expect(different).toEqual([]);
  });

  it("leave no sentence empty", () => {
    const empty = [...zh, ...en].filter(([, text]) => text.trim() === "").map(([key]) => key);
    expect(empty).toEqual([]);
  });

  it("are written in sentences that can be read", () => {
    const broken: string[] = [];
    for (const [locale, sentences] of [["zh", zh] as const, ["en", en] as const]) {
      const t = createTranslator({
        locale,
        messages: CATALOGUE[locale],
        onError: (error) => broken.push(`${locale}: ${error.message}`),
      }) as unknown as (key: string, values: Record<string, string | number>) => string;
      for (const [key, text] of sentences) {
        const values = argumentsOf(text).map((name) => [
          name,
          /plural|number/.test(text) ? 2 : "2",
        ]);
        t(key, Object.fromEntries(values));
      }
    }
    expect(broken).toEqual([]);
  });

  it("count one thing in the singular in English", () => {
    const counted = /\{(count|days|rows)\} [a-z]+s\b/;
    const always = [...en].filter(
      ([, text]) => counted.test(text) && !/, (plural|select),/.test(text),
    );
    expect(always.map(([key]) => key)).toEqual(["production.board.and_more"]);
  });

  it("use no Chinese in the English sentences, but for numerals of clauses and what is printed", () => {
    const allowed = /^(print|contracts|common\.clauses)/;
    const mixed = [...en].filter(
      ([key, text]) =>
        /[\u4e00-\u9fff]/.test(text.replace(/[一二三四五六七八九十]/g, "")) && !allowed.test(key),
    );
    expect(mixed).toEqual([]);
  });
});

describe("every code has its words", () => {
  it("each refusal that the code throws has a sentence", () => {
    const missing = thrownCodes().filter((code) => !refusalKeys(code).some((key) => zh.has(key)));
    expect(missing).toEqual([]);
  });

  it("each kind of work item has a label", () => {
    const missing = Object.keys(WORK_ITEM_KINDS).filter(
      (kind) => !zh.has(`home.items.${kind.replaceAll(".", "_")}`),
    );
    expect(missing).toEqual([]);
  });

  it("each clause named in the code is explained", () => {
    const chips = /clause="((?:R|RD)[0-9][0-9A-Za-z.-]*)"/g;
    const named = sourceFiles("components")
      .concat(sourceFiles("app"))
      .flatMap((file) => [...readFileSync(file, "utf8").matchAll(chips)].map(([, id]) => id ?? ""));
    expect(named.filter((id) => !zh.has(`common.clauses.${clauseKey(id)}`))).toEqual([]);
  });

  it("each message file is a registered domain and the other way round", () => {
    for (const locale of ["zh", "en"]) {
      const files = readdirSync(path.join(root, "lib/i18n/messages", locale));
      expect(files.map((name) => name.replace(".json", "")).sort()).toEqual(
        [...MESSAGE_DOMAINS].sort(),
      );
    }
  });
});
