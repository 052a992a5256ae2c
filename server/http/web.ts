import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import express, { type Request, type Response, Router } from "express";

/** vite.config.ts puts this word where a nonce belongs. */
const NONCE_WORD = "__CSP_NONCE__";
const YEAR = "1y";

/** Where `npm run build` puts the web app, for sources and compiled code alike. */
export function builtWeb(): string {
  const here = dirname(fileURLToPath(import.meta.url));
  return here.includes("/dist/") ? join(here, "../../web") : join(here, "../../dist/web");
}

/**
 * The web app: files with a hash in their name for ever, the page itself fresh with a nonce of its
 * own each time.
 */
export function webApp(folder: string): Router {
  const router = Router();
  router.use(
    "/assets",
    express.static(join(folder, "assets"), {
      immutable: true,
      maxAge: YEAR,
      index: false,
      redirect: false,
    }),
  );
  // A file of an older build: an error, not the page under a script's name.
  router.use(
    "/assets",
    (_request, response) => void response.status(404).type("text/plain").send("Not found"),
  );
  router.use(express.static(folder, { index: false, redirect: false, maxAge: "1h" }));
  const page = cachedPage(join(folder, "index.html"));
  router.get("/{*path}", (request, response) => sendPage(request, response, page()));
  return router;
}

/** The page's text, read again when a build has replaced it. */
function cachedPage(path: string): () => string | undefined {
  let kept: { text: string; mtimeMs: number } | undefined;
  return () => {
    if (!existsSync(path)) return undefined;
    const { mtimeMs } = statSync(path);
    if (kept?.mtimeMs !== mtimeMs) kept = { text: readFileSync(path, "utf8"), mtimeMs };
    return kept.text;
  };
}

function sendPage(_request: Request, response: Response, text: string | undefined): void {
  response.set("Cache-Control", "no-store");
  if (text === undefined) {
    response.status(503).type("text/plain").send("The web app is not built. Run: npm run build");
    return;
  }
  response.type("html").send(text.replaceAll(NONCE_WORD, String(response.locals.nonce)));
}
