import { circlesOf, importsOf, type Sources } from "../support/imports.ts";

/**
 * The layers of the product: what each room may import beside itself. A room is a folder with all
 * its nested folders; the longest name that fits decides. This table is the only rule of import
 * directions (docs/ARCHITECTURE.md); a room that is not in it fails.
 */
const GROUND = ["contract", "server/errors", "server/time", "server/identity", "server/money"];
const DATABASE = [...GROUND, "graph-queries", "server/neo4j", "server/columns"];
const SHARED = [...DATABASE, "server/api", "server/audit", "server/jobs", "server/versions"];
const FOUND = [...SHARED, "server/detection", "server/tracing", "server/exploring"];
const INDICATORS = [...SHARED, "server/detection/parameters.ts", "server/detection/network"];
const RANKING = [...INDICATORS, "server/detection/indicators"];
const CASES = [
  ...FOUND,
  "server/cases",
  "server/case-files",
  "server/dossier",
  "server/claims",
  "server/evidence",
];
const ROOMS_OF_WEB = [
  "web/i18n",
  "web/guide",
  "web/format",
  "web/api",
  "web/ui",
  "web/data",
  "web/graph",
];

export const LAYERS: Readonly<Record<string, readonly string[]>> = {
  setup: [],
  contract: [],
  "graph-queries": [],
  "server/errors": [],
  "server/time": ["server/errors"],
  "server/identity": ["contract"],
  "server/money": ["contract"],
  "server/xml": ["server/errors"],
  "server/neo4j": ["graph-queries", "server/errors", "server/time"],
  "server/columns": [...GROUND, "graph-queries", "server/neo4j"],
  "server/api": ["contract", "server/errors"],
  "server/versions": [...GROUND, "graph-queries"],
  "server/audit": [...GROUND, "graph-queries", "server/neo4j"],
  "server/backup": [...SHARED, "server/loading"],
  "server/jobs": ["contract", "server/errors", "server/api"],
  "server/users": SHARED,
  "server/auditing": SHARED,
  "server/holds": SHARED,
  "server/retention": [
    ...SHARED,
    "server/auditing",
    "server/holds",
    "server/loading",
    "server/case-files",
  ],
  "server/overview": [...FOUND, "server/cases", "server/claims", "server/dossier"],
  "server/loading": [...SHARED, "server/xml", "server/holds"],
  "server/detection/operator-parameters.ts": [],
  "server/detection/suspect-parameters.ts": [],
  "server/detection/parameters.ts": [
    "server/detection/operator-parameters.ts",
    "server/detection/suspect-parameters.ts",
    "server/columns",
  ],
  "server/detection/network": [...SHARED, "server/detection/parameters.ts"],
  "server/detection/indicators": INDICATORS,
  "server/detection/ranking": RANKING,
  "server/detection": [...RANKING, "server/detection/ranking"],
  "server/detection/measuring": [...SHARED, "server/detection", "server/loading", "fixtures"],
  "server/tracing": SHARED,
  "server/exploring": [...SHARED, "server/detection", "server/tracing"],
  "server/account-notes": SHARED,
  "server/operators": [...SHARED, "server/exploring"],
  "server/cases": FOUND,
  "server/case-files": [...SHARED, "server/cases"],
  "server/dossier": [...SHARED, "server/cases"],
  "server/claims": [...FOUND, "server/cases", "server/dossier"],
  "server/assets": [...FOUND, "server/cases", "server/claims"],
  "server/evidence": [
    ...FOUND,
    "server/cases",
    "server/case-files",
    "server/dossier",
    "server/claims",
    "server/xml",
  ],
  "server/measures": [...CASES, "server/loading", "server/overview"],
  "server/watching": FOUND,
  "server/reports": [...CASES, "server/loading", "server/measures", "server/watching"],
  "server/demo": [...CASES, "server/loading", "server/users", "server/measures", "server/reports"],
  "server/http": [
    ...CASES,
    "server/loading",
    "server/users",
    "server/auditing",
    "server/retention",
    "server/overview",
    "server/measures",
    "server/operators",
    "server/account-notes",
    "server/assets",
    "server/reports",
    "server/watching",
  ],
  "server/cli": [
    ...CASES,
    "server/backup",
    "server/loading",
    "server/users",
    "server/measures",
    "server/reports",
    "server/demo",
    "server/http",
  ],
  fixtures: ["contract", "server/identity", "server/time"],
  "web/i18n": ["contract"],
  "web/guide": ["web/i18n"],
  "web/format": ["contract", "web/i18n"],
  "web/api": ["contract"],
  "web/theme": [],
  "web/graph": ["contract"],
  "web/data": ["contract", "web/api"],
  "web/ui": ["contract", "web/i18n", "web/format", "web/api"],
  "web/frame": ["contract", ...ROOMS_OF_WEB],
  "web/pages": ["contract", ...ROOMS_OF_WEB, "web/frame"],
  "web/app": ["contract", ...ROOMS_OF_WEB, "web/theme", "web/frame", "web/pages"],
  "web/main.tsx": ["web/app", "web/i18n", "web/theme"],
};

/** Packages that only these rooms know; `@sigma/` stands for every package of that scope. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  "neo4j-driver": ["graph-queries", "server/neo4j"],
  sigma: ["web/graph"],
  "@sigma/": ["web/graph"],
  graphology: ["web/graph", "server/detection"],
  "graphology-": ["web/graph", "server/detection"],
  express: ["server/http", "server/api"],
  compression: ["server/http"],
  "express-rate-limit": ["server/http"],
  helmet: ["server/http"],
  pino: ["server/http"],
  "prom-client": ["server/http"],
  commander: ["server/cli"],
  "@node-rs/argon2": ["server/users"],
  "openid-client": ["server/users"],
  saxes: ["server/xml"],
  pdfmake: ["server/evidence"],
  "age-encryption": ["server/backup"],
  "tar-stream": ["server/backup"],
  unpdf: ["server/loading"],
  docxtemplater: ["server/evidence"],
  pizzip: ["server/evidence"],
  "markdown-it": ["web/guide"],
  minisearch: ["web/pages"],
  "node:": ["setup", "server", "graph-queries", "fixtures"],
  react: ["web"],
  "react-": ["web"],
  "@mantine/": ["web"],
  "@tabler/": ["web"],
  "@tanstack/": ["web"],
  i18next: ["web"],
  uplot: ["web/ui"],
  uqr: ["web/frame"],
};

/** Only tests see these. */
const OF_TESTS = [
  "vitest",
  "fast-check",
  "playwright-core",
  "axe-core",
  "papaparse",
  "oidc-provider",
  "tests",
];

/** Paths of the product's own files; everything else that is imported is a package. */
const OWN = /^(server|web|contract|graph-queries|fixtures|setup|tests)\//;

const inside = (path: string, room: string) => path === room || path.startsWith(`${room}/`);

/** The room of a file; a page of the web app is a room of its own. */
export function roomOf(path: string): string | undefined {
  const page = /^web\/pages\/[^/]+(?=\/)/.exec(path)?.[0];
  if (page !== undefined) return page;
  const rooms = Object.keys(LAYERS).filter((room) => inside(path, room));
  return rooms.sort((left, right) => right.length - left.length)[0];
}

export function mayImport(from: string, to: string): boolean {
  const allowed = LAYERS[/^web\/pages\//.test(from) ? "web/pages" : from] ?? [];
  return from === to || allowed.some((room) => inside(to, room));
}

function packageFault(room: string, name: string): boolean {
  if (OF_TESTS.some((own) => inside(name, own))) return true;
  const rule = Object.keys(PACKAGES).find((own) =>
    /[/:-]$/.test(own) ? name.startsWith(own) : inside(name, own),
  );
  return rule !== undefined && !(PACKAGES[rule] ?? []).some((own) => inside(room, own));
}

/** Every import against the table, as "file -> what it imports". */
export function upwardImports(sources: Sources): readonly string[] {
  return [...sources].flatMap(([path, text]) => {
    const room = roomOf(path);
    if (room === undefined) return [`${path}: no room of tests/house/layers.ts`];
    return importsOf(path, text)
      .filter((target) => {
        if (!OWN.test(target)) return packageFault(room, target);
        const other = roomOf(target);
        return other === undefined || !mayImport(room, other);
      })
      .map((target) => `${path} -> ${target}`);
  });
}

/** Files that import each other, directly or through others. */
export function circles(sources: Sources): readonly string[] {
  const links = [...sources].map(([path, text]): [string, readonly string[]] => [
    path,
    importsOf(path, text).filter((target) => sources.has(target)),
  ]);
  return circlesOf(new Map(links)).map((circle) => circle.join(" <-> "));
}

/** Rooms that the table lets import each other. */
export function circlesOfTable(): readonly string[] {
  return circlesOf(new Map(Object.entries(LAYERS))).map((circle) => circle.join(" <-> "));
}
