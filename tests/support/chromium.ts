import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { type Browser, chromium } from "playwright-core";

/**
 * Draws WebGL in software, off the main thread; without these every frame of Sigma blocks the page
 * for 200 ms. Pages are put together without the GPU: drawn by SwiftShader as well, they took ten
 * times the processor time (explore.e2e: 128 s with it, 90 s without).
 */
const FLAGS = [
  "--headless=new",
  "--no-sandbox",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--use-gl=angle",
  "--use-angle=swiftshader",
  "--enable-unsafe-swiftshader",
  "--disable-gpu-compositing",
  "--font-render-hinting=none",
];

/**
 * The machine's own Chromium (installed when missing and allowed) with a fresh profile. Close it in
 * afterAll.
 */
export async function launchChromium(): Promise<Browser> {
  const install = fileURLToPath(new URL("../../setup/install.mjs", import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [install, "chromium"]);
  return chromium.launch({ executablePath: stdout.trim(), args: FLAGS });
}
