/** The house rules: imports run one way. Each rule is an error. */

const { existsSync, readdirSync, readFileSync } = require("node:fs");

/** Domains by floor, the lowest first; a domain imports only from floors below its own. */
const FLOORS = [
  ["people", "settings", "records"],
  ["customers", "products"],
  ["receivables", "stock"],
  ["credit"],
  ["intake"],
  ["reviews"],
  ["contracts"],
  ["preparation"],
  ["production"],
  ["shipping"],
  ["dispatch"],
  ["changes", "walkin"],
];
const DOMAINS = FLOORS.flat();
const ANY_DOMAIN = `^lib/(${DOMAINS.join("|")})/`;
const ACTIONS = "^lib/.*actions\\.ts$";
/** Queries and use-cases say so by importing `server-only`; every other file of a domain is pure. */
const SERVER_FILES = DOMAINS.flatMap(filesOf)
  .filter((file) => readFileSync(file, "utf8").includes('import "server-only"'))
  .map((file) => `^${file.replaceAll(".", "\\.")}$`);

/** What of lib/server is free of the server: types and parsers that both sides need. */
const SHARED_SERVER = "^lib/server/(action-result|list-spec|work-item-kinds)\\.ts$";
const DATABASE = "^lib/server/(db\\.ts|generated/)|^(pg|@prisma/.*)$|node_modules/(pg|@prisma)/";

function filesOf(domain) {
  const folder = `lib/${domain}`;
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => `${folder}/${name}`);
}

const floorRules = FLOORS.flatMap((floor, level) =>
  floor.map((domain) => {
    const forbidden = FLOORS.slice(level)
      .flat()
      .filter((other) => other !== domain);
    return {
      name: `floor-of-${domain}`,
      severity: "error",
      comment: `${domain} stands below or beside: ${forbidden.join(", ")}`,
      from: { path: `^lib/${domain}/` },
      to: { path: `^lib/(${forbidden.join("|")})/` },
    };
  }),
).filter(({ to }) => to.path !== "^lib/()/");

module.exports = {
  forbidden: [
    ...floorRules,
    {
      name: "no-cycles",
      severity: "error",
      comment: "A cycle cannot be understood from either end.",
      from: {},
      to: { circular: true },
    },
    {
      name: "nothing-imports-app",
      severity: "error",
      comment: "app/ holds routes; what is shared lives below it.",
      from: { pathNot: "^(app|tests)/" },
      to: { path: "^app/" },
    },
    {
      name: "lib-knows-no-screens",
      severity: "error",
      comment: "app -> components -> lib.",
      from: { path: "^lib/", pathNot: "^lib/ops/" },
      to: { path: "^components/" },
    },
    {
      name: "components-write-through-actions",
      severity: "error",
      comment:
        "A screen part imports a domain's actions and pure files; rows come in as props (types are free).",
      from: { path: "^components/" },
      to: { path: SERVER_FILES, dependencyTypesNot: ["type-only"] },
    },
    {
      name: "components-know-no-server",
      severity: "error",
      comment: "What is server-only is read by pages and handed down.",
      from: { path: "^components/" },
      to: { path: "^lib/server/", pathNot: SHARED_SERVER, dependencyTypesNot: ["type-only"] },
    },
    {
      name: "links-wait-for-the-pointer",
      comment: "components/ui/link.tsx fetches ahead only what somebody points at.",
      severity: "error",
      from: { path: "^(app|components)/", pathNot: "^components/ui/link\\.tsx$" },
      to: { path: "node_modules/next/(dist/client/app-dir/)?link(\\.d\\.ts|\\.js)?$" },
    },
    {
      name: "ui-knows-no-domain",
      severity: "error",
      comment: "components/ui could ship in another product.",
      from: { path: "^components/(ui|data-table|form)/" },
      to: { path: ANY_DOMAIN },
    },
    {
      name: "pages-read-through-queries",
      severity: "error",
      comment: "A page gates, loads and composes.",
      from: { path: "^app/" },
      to: { path: DATABASE },
    },
    {
      name: "actions-are-adapters",
      severity: "error",
      comment: "An action names its use-case; only queries and use-cases reach the database.",
      from: { path: ACTIONS },
      to: { path: DATABASE },
    },
    {
      name: "actions-are-for-screens",
      severity: "error",
      comment: "Inside lib, use-cases call use-cases and transaction steps.",
      from: { path: "^lib/" },
      to: { path: ACTIONS },
    },
    {
      name: "pure-files-stay-pure",
      severity: "error",
      comment:
        "No Next, no Prisma, no lib/server in policies, life cycles, labels, schemas and the core.",
      from: { path: ANY_DOMAIN, pathNot: [...SERVER_FILES, ACTIONS] },
      to: {
        path: ["^lib/server/", "^lib/(ops|xlsx)/", "node_modules/(next|@prisma|pg|server-only)/"],
        pathNot: SHARED_SERVER,
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "core-stands-alone",
      severity: "error",
      comment: "lib/core imports nothing of ours.",
      from: { path: "^lib/core/" },
      to: { path: "^(lib|app|components)/", pathNot: "^lib/core/" },
    },
    {
      name: "auth-stands-on-core",
      severity: "error",
      comment: "Roles and permissions are data.",
      from: { path: "^lib/auth/" },
      to: { path: "^(lib|app|components)/", pathNot: "^lib/(auth|core)/" },
    },
    {
      name: "mechanisms-know-no-domain",
      severity: "error",
      comment: "What every document uses knows none of them.",
      from: { path: "^lib/(server|auth|core|i18n|xlsx)/" },
      to: { path: ANY_DOMAIN },
    },
    {
      name: "nothing-runs-on-ops",
      severity: "error",
      comment: "lib/ops holds commands.",
      from: { path: "^(app|components|lib)/", pathNot: "^lib/ops/" },
      to: { path: "^lib/ops/" },
    },
    {
      name: "tests-stay-outside",
      severity: "error",
      from: { path: "^(app|components|lib)/" },
      to: { path: "^(tests|e2e)/" },
    },
    {
      name: "no-barrels-no-drawers",
      severity: "error",
      comment: "A file is named for what it does.",
      from: {},
      to: { path: "^(app|components|lib|tests|e2e)/.*/(index|utils|helpers)[.]tsx?$" },
    },
    {
      name: "resolvable",
      severity: "error",
      from: {},
      to: { couldNotResolve: true, pathNot: "^server-only$" },
    },
    {
      name: "no-development-packages",
      severity: "error",
      comment: "The application runs on its dependencies alone.",
      from: { path: "^(app|components|lib)/", pathNot: "^lib/ops/" },
      to: {
        dependencyTypes: ["npm-dev", "npm-no-pkg", "npm-unknown"],
        dependencyTypesNot: ["type-only"],
      },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^lib/server/generated/(?!client\\.ts$|enums\\.ts$)|^\\.next" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".mjs", ".js", ".cjs", ".json", ".d.ts"],
    },
  },
};
