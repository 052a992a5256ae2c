import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** The server behind the page; `npm run dev` (setup/dev.mjs) says where it is. */
const api = process.env.DROPPER_GRAPH_API ?? "http://127.0.0.1:7400";

/** web/api holds our own modules; everything else under /api is the server's. */
const NOT_A_MODULE = "^/api/(?!.*\\.ts(\\?|$))";

export default defineConfig({
  root: "web",
  plugins: [react()],
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
