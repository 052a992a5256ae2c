/** Compiles single files to dist in milliseconds, without looking at types: for `npm run dev`. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import ts from "typescript";
import { project } from "./steps.mjs";

const { compilerOptions } = ts.readConfigFile(
  join(project, "tsconfig.json"),
  ts.sys.readFile,
).config;
const { options } = ts.convertCompilerOptionsFromJson(
  // For one file by itself the compiler does not look into package.json whether it is a module.
  { ...compilerOptions, module: "esnext", moduleResolution: "bundler" },
  project,
);

/** @param {Iterable<string>} paths in the project; what is not TypeScript or is gone is no error */
export function files(paths) {
  for (const path of paths) if (path.endsWith(".ts")) one(path);
}

function one(path) {
  const target = join(project, "dist", path.replace(/\.ts$/, ".js"));
  if (!existsSync(join(project, path))) return rmSync(target, { force: true });
  const { outputText, sourceMapText, diagnostics } = ts.transpileModule(
    readFileSync(join(project, path), "utf8"),
    { compilerOptions: options, fileName: join(project, path), reportDiagnostics: true },
  );
  const [first] = diagnostics ?? [];
  if (first)
    throw new Error(`${path}: ${ts.flattenDiagnosticMessageText(first.messageText, "\n")}`);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, outputText);
  if (sourceMapText) {
    const map = { ...JSON.parse(sourceMapText), sources: [join(project, path)] };
    writeFileSync(`${target}.map`, JSON.stringify(map));
  }
}
