/** `npm run types`: types of server, web and tests. Exit code 1 where any of them has an error. */
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { installPackages, project, run, script } from "./steps.mjs";

/** Each is one compilation; together they hold every TypeScript file of the project. */
export const TYPE_CONFIGS = [
  { config: "tsconfig.json", what: "server, contract, fixtures" },
  { config: "tsconfig.web.json", what: "web" },
  { config: "tsconfig.tests.json", what: "tests" },
];

/** Words of the compiler for one of them. */
export function typeCheck(config) {
  return [join(project, "node_modules/typescript/bin/tsc"), "-p", config, "--noEmit"];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await script(async () => {
    await installPackages();
    let failed = 0;
    for (const { config } of TYPE_CONFIGS)
      failed += (await run(process.execPath, typeCheck(config))) === 0 ? 0 : 1;
    return failed === 0 ? 0 : 1;
  });
}
