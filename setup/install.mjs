/**
 * Programs the product needs from the operating system: found, or installed with apt-get where that
 * is allowed. As a script: `node setup/install.mjs chromium` prints where it is.
 */
import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { project, run, SetupError, say, script } from "./steps.mjs";

const PROGRAMS = {
  java: {
    packages: ["openjdk-17-jre-headless", "openjdk-21-jre-headless"],
    what: "Java 17 or 21",
    find: findJava,
  },
  maven: { packages: ["maven"], what: "Maven", find: () => onPath("mvn") },
  chromium: {
    packages: ["chromium", "chromium-browser"],
    what: "Chromium",
    find: () => onPath("chromium", "chromium-browser", "google-chrome", "google-chrome-stable"),
  },
};

/**
 * Makes sure the programs are there.
 * @param {("java" | "maven" | "chromium")[]} names
 * @returns {Promise<string[]>} their paths
 */
export async function provide(names) {
  const missing = [];
  for (const name of names) if ((await PROGRAMS[name].find()) === undefined) missing.push(name);
  if (missing.length > 0) await install(missing);
  return Promise.all(
    names.map(async (name) => {
      const path = await PROGRAMS[name].find();
      if (path === undefined)
        throw new SetupError(`${PROGRAMS[name].what} was installed but is still not found.`);
      return path;
    }),
  );
}

/**
 * What the managed Neo4j needs: nothing when NEO4J_URI names another server, no Maven once the jars
 * are there.
 */
export async function provideForNeo4j() {
  if (process.env.NEO4J_URI) return;
  const { jarsFolder } = await import(compiled("server/neo4j/jars.js"));
  await provide(existsSync(await jarsFolder()) ? ["java"] : ["java", "maven"]);
}

async function install(names) {
  const what = names.map((name) => PROGRAMS[name].what).join(", ");
  const line = `sudo apt-get update && sudo apt-get install -y ${names.map((name) => PROGRAMS[name].packages[0]).join(" ")}`;
  if (onPath("apt-get") === undefined) {
    throw new SetupError(
      `${what} is needed and was not found. Install it with your system's packages and run this again.`,
    );
  }
  const prefix = asRoot();
  if (prefix === undefined)
    throw new SetupError(
      `${what} is needed and was not found. Type this line and run it again:\n${line}`,
    );
  say(`Installing ${what} (apt-get) …`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const apt = (...words) =>
    run(
      prefix[0] ?? "apt-get",
      [...(prefix.length > 0 ? [...prefix.slice(1), "apt-get"] : []), ...words],
      {
        quiet: true,
        env,
      },
    );
  await apt("update", "-qq");
  for (const name of names) {
    let code = 1;
    // The first package that this release of the system has.
    for (const choice of PROGRAMS[name].packages) {
      code = await apt("install", "-y", "-qq", "--no-install-recommends", choice);
      if (code === 0) break;
    }
    if (code !== 0)
      throw new SetupError(
        `apt-get could not install ${PROGRAMS[name].what}, see above. Try: ${line}`,
      );
  }
}

/**
 * How to become root without asking anybody: [] when we are, ["sudo", "-n"] when it needs no
 * password.
 */
function asRoot() {
  if (process.getuid?.() === 0) return [];
  return spawnSync("sudo", ["-n", "true"], { stdio: "ignore" }).status === 0
    ? ["sudo", "-n"]
    : undefined;
}

function onPath(...names) {
  const folders = (process.env.PATH ?? "").split(delimiter);
  for (const name of names) {
    for (const folder of folders) {
      const path = join(folder, name);
      try {
        accessSync(path, constants.X_OK);
        return path;
      } catch {
        // Not here: the next folder.
      }
    }
  }
  return undefined;
}

/**
 * The product's own search for Java; there is only one of it, so the code must be compiled first.
 */
async function findJava() {
  const java = await import(compiled("server/neo4j/java.js"));
  try {
    return (await java.findJava()).path;
  } catch (error) {
    if (error.code === "java-missing" || error.code === "java-unsuitable") return undefined;
    throw error;
  }
}

function compiled(path) {
  return pathToFileURL(join(project, "dist", path)).href;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await script(async () => {
    for (const path of await provide(process.argv.slice(2))) process.stdout.write(`${path}\n`);
  });
}
