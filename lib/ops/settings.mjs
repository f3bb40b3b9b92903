/** Reads the settings of the commands from the environment and .env, and refuses the dangerous ones with a sentence. */
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Refusal } from "./console.mjs";
import { DATA_DIR, ROOT } from "./paths.mjs";

const LOOPBACK = new Set(["127.0.0.1", "::1", "localhost"]);

/** `{ port, host, origins, databaseUrl, migrateUrl, sessionSecret, demoPassword, postgresPassword, version }` */
export function readSettings() {
  const file = path.join(ROOT, ".env");
  if (existsSync(file)) process.loadEnvFile(file);
  const port = readPort(process.env.PORT);
  const host = process.env.HOST || "127.0.0.1";
  const databaseUrl = process.env.DATABASE_URL || null;
  const secrets = readSecrets();
  return {
    port,
    host,
    origins: readOrigins(host, port),
    databaseUrl,
    migrateUrl: process.env.MIGRATE_DATABASE_URL || databaseUrl,
    sessionSecret: readSessionSecret(secrets),
    demoPassword: secrets.demoPassword,
    postgresPassword: secrets.postgresPassword,
    version: readVersion(),
  };
}

export function readVersion() {
  return JSON.parse(readFileSync(path.join(ROOT, "package.json"), "utf8")).version;
}

function readPort(text = "") {
  if (text === "") return 3000;
  const port = Number.parseInt(text, 10);
  if (String(port) === text && port > 0 && port < 65_536) return port;
  throw new Refusal(`PORT must be a number between 1 and 65535, not "${text}".`);
}

/** The addresses people may come from. Throws when passwords would cross a network in the clear. */
export function readOrigins(host, port, env = process.env) {
  const given = (env.APP_ORIGIN ?? "").split(",").map((part) => part.trim());
  const origins = given.filter(Boolean).map((text) => {
    if (URL.canParse(text)) return new URL(text);
    throw new Refusal(
      `APP_ORIGIN must be an address such as https://ledger.example.com, not "${text}".`,
    );
  });
  const isLocal = LOOPBACK.has(host);
  const isSafe =
    origins.length > 0 &&
    origins.every((url) => url.protocol === "https:" || LOOPBACK.has(url.hostname));
  if (!isLocal && !isSafe && env.ALLOW_INSECURE !== "1")
    throw new Refusal(insecureHost(host, port));
  if (origins.length > 0) return origins.map((url) => url.origin);
  const names = isLocal ? ["localhost", "127.0.0.1"] : [host];
  return names.map((name) => `http://${name}:${port}`);
}

const insecureHost = (
  host,
  port,
) => `HOST=${host} would serve passwords to the network without encryption, so nothing was started.

Put a proxy with a certificate in front and leave HOST unset. With Caddy, for example:
    caddy reverse-proxy --from ledger.example.com --to 127.0.0.1:${port}
    APP_ORIGIN=https://ledger.example.com npm start
If the proxy runs on another machine, set HOST and APP_ORIGIN=https://... together.
In a closed test network only, ALLOW_INSECURE=1 starts anyway.`;

function readSessionSecret(secrets) {
  const given = process.env.NEXTAUTH_SECRET;
  if (given && given.length < 32)
    throw new Refusal("NEXTAUTH_SECRET must have at least 32 characters.");
  return given || secrets.sessionSecret;
}

/** Made once and kept in .data: the passwords of the embedded database and of the demo, and the session key. */
function readSecrets() {
  const file = path.join(DATA_DIR, "secrets.json");
  if (existsSync(file)) return JSON.parse(readFileSync(file, "utf8"));
  const secrets = {
    postgresPassword: randomBytes(18).toString("hex"),
    sessionSecret: randomBytes(32).toString("hex"),
    demoPassword: process.env.DEMO_PASSWORD || speakable(),
  };
  mkdirSync(DATA_DIR, { recursive: true });
  writeFileSync(file, JSON.stringify(secrets, null, 2), { mode: 0o600 });
  return secrets;
}

/** Four groups that can be read aloud and typed: 64 bits without look-alikes. */
function speakable() {
  const letters = "abcdefghjkmnpqrstuvwxyz23456789";
  const bytes = [...randomBytes(16)].map((byte) => letters[byte % letters.length]);
  return bytes.join("").replace(/(.{4})(?=.)/g, "$1-");
}
