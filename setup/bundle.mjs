/**
 * `npm run bundle`: one archive that installs and runs on a Debian or Ubuntu machine without
 * internet. In it: the built program, the packages it needs, Neo4j's jars, a Java runtime, Node,
 * the licences, an install script, a unit for systemd, and checksums of every file, signed where a
 * key is given.
 *
 *   npm run bundle -- --out DIR --key FILE     FILE is made when it is missing (Ed25519, PEM)
 */
import { spawnSync } from "node:child_process";
import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
} from "node:crypto";
import {
  chmodSync,
  cpSync,
  createReadStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, relative, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { build, SERVER } from "./build.mjs";
import { neededPackages } from "./bundle/needed-packages.mjs";
import { provideForNeo4j } from "./install.mjs";
import { installPackages, project, run, SetupError, say, script } from "./steps.mjs";

/** Modules of Java that Neo4j loads, or may: all of Java SE and what its libraries look for. */
const JAVA_MODULES = [
  ...["java.se", "jdk.charsets", "jdk.crypto.ec", "jdk.httpserver", "jdk.jfr", "jdk.localedata"],
  ...["jdk.management", "jdk.management.agent", "jdk.naming.dns", "jdk.net", "jdk.nio.mapmode"],
  ...["jdk.security.auth", "jdk.security.jgss", "jdk.unsupported", "jdk.zipfs"],
];

await script(async () => {
  const { values } = parseArgs({
    options: {
      out: { type: "string", default: join(project, "dist/bundle") },
      key: { type: "string" },
      node: { type: "string", default: process.execPath },
    },
  });
  await installPackages();
  await build();
  await provideForNeo4j();
  const { version } = JSON.parse(readFileSync(join(project, "package.json"), "utf8"));
  const name = `dropper-graph-${version}-linux-${process.arch}`;
  const out = resolve(values.out);
  const work = mkdtempSync(join(tmpdir(), "dropper-graph-bundle-"));
  try {
    const bundle = join(work, name);
    copyProgram(join(bundle, "app"));
    copyPackages(join(bundle, "app"));
    copyNode(values.node, join(bundle, "node"));
    const java = await compiled("server/neo4j/java.js").then(({ findJava }) => findJava());
    await copyJars(java, join(bundle, "app"));
    await makeJava(java, join(bundle, "java"));
    for (const file of ["install.sh", "bin/dropper-graph"]) {
      cpSync(join(project, "setup/bundle", basename(file)), join(bundle, file));
      chmodSync(join(bundle, file), 0o755);
    }
    for (const file of ["licences.txt", "sbom.cdx.json"])
      cpSync(join(project, "dist", file), join(bundle, file));
    await writeChecksums(bundle, values.key);
    mkdirSync(out, { recursive: true });
    const archive = join(out, `${name}.tar.gz`);
    await pack(work, name, archive);
    const sum = await sha256(archive);
    writeFileSync(`${archive}.sha256`, `${sum}  ${basename(archive)}\n`);
    process.stdout.write(`${archive}\n${sum}\n`);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
});

function compiled(path) {
  return import(pathToFileURL(join(project, "dist", path)).href);
}

/** The program as a checkout has it, without sources that only the build reads. */
function copyProgram(app) {
  say("Copying the program …");
  const copy = (path, filter = () => true) =>
    cpSync(join(project, path), join(app, path), { recursive: true, filter });
  for (const file of ["package.json", "README.md", "LICENSE", "docs"])
    if (existsSync(join(project, file))) copy(file);
  for (const folder of [...SERVER, "web"])
    copy(join("dist", folder), (path) => !path.endsWith(".map"));
  // Read at run time where they stand in the sources: queries, texts, pages, the demo's town.
  for (const folder of SERVER.filter((one) => one !== "fixtures"))
    copy(folder, (path) => !/\.tsx?$/.test(path));
  copy("fixtures/small");
  for (const file of ["run-compiled.mjs", "steps.mjs", "systemd", "neo4j"])
    copy(join("setup", file));
}

function copyPackages(app) {
  for (const path of neededPackages(project, join(project, "dist"), SERVER))
    cpSync(join(project, path), join(app, path), {
      recursive: true,
      // A package inside another one is copied where it is needed itself.
      filter: (from) => !relative(join(project, path), from).split("/").includes("node_modules"),
    });
}

function copyNode(program, folder) {
  const node = realpathSync(program);
  mkdirSync(join(folder, "bin"), { recursive: true });
  cpSync(node, join(folder, "bin/node"));
  const licence = join(dirname(dirname(node)), "LICENSE");
  if (existsSync(licence)) cpSync(licence, join(folder, "LICENSE"));
  else say("Node's LICENSE was not found beside it: add it before you hand the bundle on.");
}

async function copyJars(java, app) {
  const { provideJars } = await compiled("server/neo4j/jars.js");
  const jars = await provideJars(java, say);
  cpSync(jars, join(app, basename(jars)), { recursive: true });
}

/** A Java runtime of the modules Neo4j needs, with an archive of Java's own classes. */
async function makeJava(java, folder) {
  const home = dirname(dirname(realpathSync(java.path)));
  const jlink = join(home, "bin/jlink");
  if (!existsSync(jlink) || !existsSync(join(home, "jmods")))
    throw new SetupError(
      `The bundle's Java is made by jlink, and ${home} has none. Install a JDK, on Debian or Ubuntu ` +
        `with: sudo apt-get install -y openjdk-${java.version}-jdk-headless`,
    );
  say("Making the Java runtime …");
  const words = ["--add-modules", JAVA_MODULES.join(","), "--output", folder, "--compress=2"];
  await must("jlink", jlink, [...words, "--strip-debug", "--no-header-files", "--no-man-pages"]);
  await must("java -Xshare:dump", join(folder, "bin/java"), ["-Xshare:dump"]);
}

async function must(what, program, words) {
  const code = await run(program, words, { quiet: true });
  if (code !== 0) throw new SetupError(`${what} failed, see above.`);
}

/**
 * checksums.sha256 in the form of sha256sum; checksums.sha256.sig is its Ed25519 signature, and
 * publisher.pem the public key. Who installs compares that key with the one he was given before.
 */
async function writeChecksums(bundle, keyFile) {
  const lines = [];
  for (const path of filesUnder(bundle)) {
    lines.push(`${await sha256(path)}  ${relative(bundle, path)}\n`);
  }
  const text = Buffer.from(lines.join(""));
  writeFileSync(join(bundle, "checksums.sha256"), text);
  if (keyFile === undefined) {
    say("The checksums are not signed: no --key was given.");
    return;
  }
  const key = signingKey(keyFile);
  writeFileSync(join(bundle, "checksums.sha256.sig"), sign(null, text, key));
  const publicKey = createPublicKey(key).export({ type: "spki", format: "pem" });
  writeFileSync(join(bundle, "publisher.pem"), publicKey);
}

function signingKey(file) {
  if (!existsSync(file)) {
    const { privateKey } = generateKeyPairSync("ed25519");
    writeFileSync(file, privateKey.export({ type: "pkcs8", format: "pem" }), {
      mode: 0o600,
      flag: "wx",
    });
    say(`Made a signing key: ${file}. Keep it; the next release is signed with the same one.`);
  }
  const key = createPrivateKey(readFileSync(file));
  if (key.asymmetricKeyType !== "ed25519")
    throw new SetupError(`${file} holds a key of another kind than Ed25519.`);
  return key;
}

/** Names in byte order, links left out: there are none that matter and none is followed. */
function filesUnder(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return filesUnder(path);
      return entry.isFile() ? [path] : [];
    });
}

async function sha256(path) {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return hash.digest("hex");
}

/** The same files give the same archive: sorted, of nobody, at the time of the last commit. */
async function pack(folder, name, archive) {
  say("Packing …");
  const words = ["--sort=name", `--mtime=@${sourceTime()}`, "--owner=0", "--group=0"];
  await must("tar", "tar", [
    ...["--numeric-owner", ...words, "--mode=u=rwX,go=rX", "-C", folder],
    ...["--use-compress-program=gzip -n -6", "-cf", archive, name],
  ]);
}

function sourceTime() {
  const asked = process.env.SOURCE_DATE_EPOCH;
  if (asked !== undefined) return asked;
  const git = spawnSync("git", ["log", "-1", "--format=%ct"], { cwd: project, encoding: "utf8" });
  return git.status === 0 ? git.stdout.trim() : String(Math.floor(Date.now() / 1000));
}
