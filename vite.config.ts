import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";
import { compileGuidePage, PICTURE_SIGN } from "./web/guide/compile.ts";
import { en } from "./web/i18n/en/index.ts";
import { kk } from "./web/i18n/kk/index.ts";
import { ru } from "./web/i18n/ru/index.ts";

/** The server behind the page; `npm run dev` (setup/dev.mjs) says where it is. */
const api = process.env.DROPPER_GRAPH_API ?? "http://127.0.0.1:7400";

/** web/api holds our own modules; everything else under /api is the server's. */
const NOT_A_MODULE = "^/api/(?!.*\\.ts(\\?|$))";

const GUIDE = fileURLToPath(new URL("docs/guide", import.meta.url));
const CATALOGUES: Readonly<Record<string, object>> = { en, ru, kk };
/** `npm run pictures -- --guide` builds the web app before the pictures are there. */
const TAKING_PICTURES = process.env.DROPPER_GRAPH_GUIDE_PICTURES !== undefined;
const GUIDE_MODULE = /^\0?virtual:guide\/(\w+)$/;

/** `virtual:guide/ru`: every page of the guide of one language, with its pictures as files. */
function guide(): Plugin {
  return {
    name: "guide",
    resolveId: (id) => (GUIDE_MODULE.test(id) ? `\0${id}` : null),
    load(id) {
      const language = GUIDE_MODULE.exec(id)?.[1];
      if (language === undefined) return null;
      const folder = join(GUIDE, language);
      const files = readdirSync(folder).filter((file) => file.endsWith(".md"));
      const pages = files.map((file) => {
        this.addWatchFile(join(folder, file));
        const source = readFileSync(join(folder, file), "utf8");
        return compileGuidePage(file.slice(0, -3), source, CATALOGUES[language] ?? {});
      });
      return moduleOf(JSON.stringify(pages), language);
    },
  };
}

/** The pages as a module that imports each picture, so that the build gives it its address. */
function moduleOf(pages: string, language: string): string {
  const names = [...new Set([...pages.matchAll(PICTURE_SIGN)].map(([, name]) => name as string))];
  const imports = names.map((name, at) => {
    const path = join(GUIDE, "pictures", language, `${name}.webp`);
    if (!existsSync(path)) {
      if (TAKING_PICTURES) return `const p${at} = "";`;
      throw new Error(`The guide shows a picture that is not there: ${path}`);
    }
    return `import p${at} from ${JSON.stringify(`${path}?url`)};`;
  });
  const filled = pages.replace(
    PICTURE_SIGN,
    (_, name: string) => `" + p${names.indexOf(name)} + "`,
  );
  return `${imports.join("\n")}\nexport const pages = ${filled};\n`;
}

export default defineConfig({
  root: "web",
  plugins: [react(), guide()],
  /** The server puts a fresh nonce in place of this word in every index.html it sends. */
  html: { cspNonce: "__CSP_NONCE__" },
  build: {
    outDir: "../dist/web",
    emptyOutDir: true,
    sourcemap: false,
    chunkSizeWarningLimit: 900,
    /**
     * Nothing inline: the content security policy allows fonts and pictures from our own address
     * only.
     */
    assetsInlineLimit: 0,
  },
  server: {
    host: "127.0.0.1",
    port: 5173,
    proxy: { [NOT_A_MODULE]: { target: api, changeOrigin: false } },
  },
});
