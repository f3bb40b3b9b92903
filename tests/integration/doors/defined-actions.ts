import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** Filled by the tests that wrap `defineAction`: which function it made, with which permission. */
export const madeByDefineAction = new Map<unknown, string>();

export const ROOT = path.join(import.meta.dirname, "../../..");

export function sourceFiles(folder: string, extension: RegExp): string[] {
  return readdirSync(path.join(ROOT, folder), { recursive: true })
    .map((name) => path.posix.join(folder, String(name).replaceAll("\\", "/")))
    .filter((name) => extension.test(name) && !name.includes("/generated/"));
}

/** Every file whose exports can be called from a browser. */
export function useServerFiles(): string[] {
  return ["app", "components", "lib"]
    .flatMap((folder) => sourceFiles(folder, /\.tsx?$/))
    .filter((file) => /^\s*["']use server["']/m.test(readFileSync(path.join(ROOT, file), "utf8")))
    .sort();
}

/** The exports of one such file. */
export function actionsOf(file: string): Promise<Record<string, unknown>> {
  return import(path.join(ROOT, file)) as Promise<Record<string, unknown>>;
}
