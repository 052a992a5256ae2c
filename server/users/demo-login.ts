import { existsSync } from "node:fs";
import { join } from "node:path";

/** Where the demo keeps the login of its admin; no other data folder has this file. */
export function demoLoginPath(dataDir: string): string {
  return join(dataDir, "demo-login.json");
}

export function isDemo(dataDir: string): boolean {
  return existsSync(demoLoginPath(dataDir));
}
