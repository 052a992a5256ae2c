/**
 * `npm run sbom`, and the last step of `npm run build`: the inventory of what the product is made of.
 * dist/sbom.cdx.json is CycloneDX, made by npm itself (`npm sbom`); dist/licences.txt has name,
 * version and licence of each package, and the licence's text where the package brings it.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { productionPackages, SAID_IN_A_FILE } from "./licences.mjs";
import { installPackages, project, SetupError, script } from "./steps.mjs";

const MOST_OUTPUT = 64 * 1024 * 1024;

const DIST = join(project, "dist");

/** Writes both files into a folder. */
export function writeInventory(folder = DIST) {
  const words = ["sbom", "--sbom-format=cyclonedx", "--package-lock-only"];
  const made = spawnSync("npm", words, { cwd: project, encoding: "utf8", maxBuffer: MOST_OUTPUT });
  if (made.status !== 0)
    throw new SetupError(`npm sbom failed. npm 10 or newer makes it.\n${made.stderr ?? ""}`);
  mkdirSync(folder, { recursive: true });
  const sbom = JSON.parse(made.stdout);
  // --omit=dev would leave out what the product shares with its tools (seen with npm 11).
  const ours = new Set(productionPackages().map(({ name, version }) => `${name}@${version}`));
  sbom.components = sbom.components.filter(({ name, version }) => ours.has(`${name}@${version}`));
  const refs = new Set([sbom.metadata.component, ...sbom.components].map((one) => one["bom-ref"]));
  sbom.dependencies = sbom.dependencies
    .filter(({ ref }) => refs.has(ref))
    .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((one) => refs.has(one)) }));
  for (const one of sbom.components)
    if (SAID_IN_A_FILE[one.name] !== undefined)
      one.licenses = [{ license: { id: SAID_IN_A_FILE[one.name] } }];
  sbom.components.push(databaseServer());
  writeFileSync(join(folder, "sbom.cdx.json"), `${JSON.stringify(sbom, null, 2)}\n`);
  writeFileSync(join(folder, "licences.txt"), licences());
}

/** Neo4j runs as a process of its own; Maven fetches it on the machine (setup/neo4j/pom.xml). */
function databaseServer() {
  const pom = readFileSync(join(project, "setup/neo4j/pom.xml"), "utf8");
  const version = /<artifactId>neo4j-bootcheck<\/artifactId>\s*<version>([^<]+)/.exec(pom)?.[1];
  if (version === undefined) throw new SetupError("setup/neo4j/pom.xml names no version of Neo4j.");
  return {
    "bom-ref": `org.neo4j/neo4j-bootcheck@${version}`,
    type: "application",
    group: "org.neo4j",
    name: "neo4j-bootcheck",
    version,
    scope: "optional",
    description: "Neo4j Community, a process of its own; not needed where NEO4J_URI names another",
    licenses: [{ license: { id: "GPL-3.0-only" } }],
    purl: `pkg:maven/org.neo4j/neo4j-bootcheck@${version}`,
  };
}

function licences() {
  const packages = productionPackages();
  const list = packages.map(({ name, version, licence }) => `${name} ${version}  ${licence}`);
  const texts = packages.flatMap(({ name, version, path }) => {
    const text = licenceText(path);
    return text === undefined ? [] : [`${"=".repeat(72)}\n${name} ${version}\n\n${text.trim()}`];
  });
  const database = databaseServer();
  list.push(`${database.name} ${database.version}  GPL-3.0-only (a process of its own)`);
  return `${list.join("\n")}\n\n${texts.join("\n\n")}\n`;
}

/** The first file of the package that is called a licence. */
function licenceText(path) {
  const folder = join(project, path);
  if (!existsSync(folder)) return undefined;
  const name = readdirSync(folder).find((file) => /^(licen[cs]e|copying|ofl)([.-]|$)/i.test(file));
  return name === undefined ? undefined : readFileSync(join(folder, name), "utf8");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await script(async () => {
    await installPackages();
    writeInventory();
  });
}
