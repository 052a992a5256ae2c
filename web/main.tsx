import "@fontsource-variable/inter/wght.css";
import "@mantine/core/styles.css";
import "@mantine/dates/styles.css";
import "@mantine/notifications/styles.css";
import "@mantine/spotlight/styles.css";
import "./theme/tokens.css";
import "./theme/base.css";
import "./theme/overrides.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app/app.tsx";
import { styleNonce } from "./app/nonce.ts";
import { startTranslations } from "./i18n/index.ts";
import { applyFirstTheme } from "./theme/scheme.ts";

/** The scroll lock under dialogs makes a style element of its own and looks for its nonce here. */
Object.assign(globalThis, { __webpack_nonce__: styleNonce() });
applyFirstTheme();
await startTranslations();
const root = document.getElementById("root");
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
