/** One running application, asked over loopback as a signed-in browser would ask it. */
import { readFileSync } from "node:fs";
import pg from "pg";
import { pause } from "../processes.mjs";

/** What a request to the database looks like in PostgreSQL's log; control of transactions is no query of ours. */
const LOGGED =
  /LOG: {2}(?:execute [^:]*|statement): (?!\s*(?:begin|commit|rollback|set|alter)\b)/gi;

export class Site {
  #cookies = new Map();

  constructor({ origin, databaseUrl, postgresLog, pid }) {
    this.origin = origin;
    this.databaseUrl = databaseUrl;
    this.postgresLog = postgresLog;
    this.pid = pid;
  }

  async signIn(username, password) {
    const { csrfToken } = JSON.parse(await this.read("/api/auth/csrf"));
    const body = new URLSearchParams({ csrfToken, username, password, json: "true" });
    const response = await this.#ask("/api/auth/callback/password", { method: "POST", body });
    await response.text();
    if (!this.#cookies.has("session")) throw new Error(`Nobody could sign in: ${response.status}`);
  }

  /** The body of a page or route; throws unless it is there. */
  async read(path) {
    const response = await this.#ask(path);
    const bytes = await response.arrayBuffer();
    if (response.status !== 200) throw new Error(`${path} answered ${response.status}`);
    return Buffer.from(bytes).toString();
  }

  /** Milliseconds until the last byte of the answer. */
  async time(path) {
    const started = performance.now();
    await this.read(path);
    return performance.now() - started;
  }

  /** How many queries the application sends to PostgreSQL for one answer. */
  async countQueries(path) {
    await this.read(path);
    const client = new pg.Client({ connectionString: this.databaseUrl });
    await client.connect();
    try {
      await logStatements(client, "all");
      const before = readFileSync(this.postgresLog).length;
      await this.read(path);
      await pause(200); // the log is written by another process
      const logged = readFileSync(this.postgresLog).subarray(before).toString();
      return [...logged.matchAll(LOGGED)].length;
    } finally {
      await logStatements(client, "none");
      await client.end();
    }
  }

  async #ask(path, { method = "GET", body } = {}) {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const headers = { cookie, origin: this.origin, accept: "text/html,application/json" };
    const response = await fetch(this.origin + path, { method, body, headers, redirect: "manual" });
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (name) this.#cookies.set(name, value);
    }
    return response;
  }
}

async function logStatements(client, which) {
  await client.query(`alter system set log_statement = '${which}'`);
  await client.query("select pg_reload_conf()");
  await pause(200); // until every connection has noticed
}
