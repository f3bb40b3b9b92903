/** The steps of `npm test` after the packages are there. See test.mjs. */
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { Refusal, say, sayFailure, step } from "./console.mjs";
import { ensureGenerated } from "./generate.mjs";
import { ROOT } from "./paths.mjs";
import { endRunningCommands, onStopRequest } from "./processes.mjs";
import { serveForBrowserTests } from "./serve-for-tests.mjs";

const REPORTS = path.join(ROOT, "reports");
const PARTS = ["unit", "integration", "e2e"];
const PROJECTS = { unit: ["unit", "ui"], integration: ["integration", "matrix", "doors"] };

/** Runs the parts, says the sum of their reports in the last line, and answers the exit code. */
export async function runTests(args) {
  const { parts, rest } = readArguments(args);
  rmSync(REPORTS, { recursive: true, force: true });
  mkdirSync(REPORTS, { recursive: true });
  await step("Prisma client", ensureGenerated, (done) => (done ? "" : "unchanged"));
  // Ends orderly, so that what was started for the tests ends too.
  onStopRequest(() => {
    endRunningCommands();
    process.exit(130);
  });
  const serving = parts.includes("e2e") ? beginServing(parts) : null;
  const counts = [];
  for (const part of parts)
    counts.push(await (part === "e2e" ? runJourneys(serving, rest) : runVitest(part, rest)));
  const sum = (field) => counts.reduce((total, count) => total + count[field], 0);
  say(`\n${sum("passed")} passed, ${sum("failed")} failed`);
  return sum("failed") === 0 && sum("passed") > 0 ? 0 : 1;
}

function readArguments(args) {
  const at = args.indexOf("--only");
  if (at === -1) return { parts: PARTS, rest: args };
  const part = args[at + 1];
  if (!PARTS.includes(part)) throw new Refusal(`--only takes one of ${PARTS.join(", ")}.`);
  return { parts: [part], rest: args.toSpliced(at, 2) };
}

async function runVitest(part, rest) {
  say(`\n${part === "unit" ? "Unit and component tests" : "Integration tests on PostgreSQL"}`);
  const report = path.join(REPORTS, `${part}.json`);
  const code = await runVisibly([
    path.join(ROOT, "node_modules/vitest/vitest.mjs"),
    "run",
    ...PROJECTS[part].flatMap((name) => ["--project", name]),
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
    ...rest,
  ]);
  return countVitest(report, code);
}

/** Loading the demo company mostly waits for the database, so it goes on while other tests run. */
function beginServing([first]) {
  if (first === "e2e") return { ready: () => serveForBrowserTests() };
  const served = serveForBrowserTests((_label, work) => work());
  served.catch(() => undefined); // told when its tests begin
  say("  Application and demo company for the browser tests: made meanwhile");
  return { ready: () => step("Application and demo company", () => served) };
}

async function runJourneys(serving, rest) {
  say("\nJourneys in a browser");
  const report = path.join(REPORTS, "e2e.json");
  let server;
  try {
    server = await serving.ready();
    const cli = path.join(ROOT, "node_modules/@playwright/test/cli.js");
    const code = await runVisibly([cli, "test", ...rest], server.env);
    return countPlaywright(report, code);
  } catch (error) {
    sayFailure(error);
    return { passed: 0, failed: 1 };
  } finally {
    await server?.stop();
  }
}

function runVisibly(args, env = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: ROOT,
      stdio: "inherit",
      env: { ...process.env, ...env },
    });
    const endWithUs = () => child.kill("SIGTERM");
    process.once("exit", endWithUs);
    child.once("error", reject);
    child.once("exit", (code, signal) => {
      process.off("exit", endWithUs);
      resolve(signal ?? code);
    });
  });
}

/** A file that could not even be loaded has no tests in the report, and counts as one failure. */
function countVitest(file, code) {
  const report = readReport(file);
  if (!report) return withoutReport(code);
  const broken = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === "failed" && assertionResults.every((test) => test.status !== "failed"),
  );
  return settle(
    { passed: report.numPassedTests, failed: report.numFailedTests + broken.length },
    code,
  );
}

function countPlaywright(file, code) {
  const report = readReport(file);
  if (!report) return withoutReport(code);
  const { expected, unexpected, flaky } = report.stats;
  return settle({ passed: expected, failed: unexpected + flaky }, code);
}

/** A runner that failed although no test did (an error outside of them) must not look like success. */
function settle(count, code) {
  return code !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count;
}

function withoutReport(code) {
  say(`No report was written; the test runner ended with ${code}.`);
  return { passed: 0, failed: 1 };
}

function readReport(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : null;
}
