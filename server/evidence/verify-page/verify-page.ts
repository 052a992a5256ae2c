import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { dirname, join, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { LANGUAGE_NAMES, PAGE_WORDS } from "../texts/verify-page/page-texts.ts";
import type { PageWords } from "../texts/verify-page/page-words.ts";

/** The name of the page in a package. */
export const VERIFY_PAGE = "verify.html";

/**
 * The page with which a person checks a package in any browser, opened from the package's folder.
 * One file with its style, words and program inside; its policy lets nothing else run, and nothing
 * be fetched. Its bytes are those of this version of the program: the same in every package.
 */
export async function verifyPage(): Promise<string> {
  const read = (name: string) => readFile(join(folder(), name), "utf8");
  const [style, audit, checker, page] = [
    await read("page.css"),
    await read("audit.mjs"),
    await read("checker.mjs"),
    await read("page.mjs"),
  ];
  return pageOf(style, `\n${[audit, checker, page].map(withoutImports).join("\n")}`);
}

function pageOf(style: string, script: string): string {
  // A browser without scripts shows these words; the others choose the reader's language.
  const of = (word: keyof PageWords) => `data-word="${word}">${String(PAGE_WORDS.ru[word])}`;
  const policy = [
    "default-src 'none'",
    `script-src ${hashSource(script)}`,
    `style-src ${hashSource(style)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ];
  const languages = Object.entries(LANGUAGE_NAMES).map(
    ([code, name]) => `<button type="button" data-language="${code}">${name}</button>`,
  );
  return `<!doctype html>
<html lang="ru">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy.join("; ")}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title ${of("title")}</title>
<style>${style}</style>
</head>
<body>
<nav>${languages.join(" ")}</nav>
<main>
<h1 ${of("title")}</h1>
<p ${of("intro")}</p>
<label for="folder" ${of("choose")}</label>
<input id="folder" type="file" webkitdirectory multiple>
<p class="note" ${of("local")}</p>
<label for="known" ${of("typed")}</label>
<input id="known" type="text" autocomplete="off" spellcheck="false">
<p id="verdict" role="status"></p>
<section id="result" hidden>
<ul id="faults"></ul>
<p id="audited"></p>
<div id="foreign"></div>
<h2 ${of("fingerprintTitle")}</h2>
<p><code id="fingerprint"></code></p>
<p id="compared"></p>
<dl id="about"></dl>
</section>
<h2 ${of("limitsTitle")}</h2>
<p class="note" ${of("limits")}</p>
<p class="note" ${of("byHand")}</p>
</main>
<script id="words" type="application/json">${inScript(JSON.stringify(PAGE_WORDS))}</script>
<script type="module">${script}</script>
</body>
</html>
`;
}

/** The files of the page stay in the sources; the compiled program lies in dist/. */
function folder(): string {
  const here = dirname(fileURLToPath(import.meta.url));
  const place = join("server", "evidence", "verify-page");
  const compiled = join(sep, "dist", place);
  return here.endsWith(compiled) ? join(here.slice(0, -compiled.length), place) : here;
}

/** The files become one program: the lines by which they know each other go. */
function withoutImports(code: string): string {
  return code.replace(/^(import|export) \{[^}]*\}.*\n/gm, "");
}

function inScript(json: string): string {
  return json.replaceAll("<", "\\u003c");
}

function hashSource(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}
