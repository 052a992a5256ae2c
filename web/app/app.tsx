import { MantineProvider } from "@mantine/core";
import { DatesProvider } from "@mantine/dates";
import { Notifications } from "@mantine/notifications";
import { QueryClientProvider } from "@tanstack/react-query";
import "dayjs/locale/kk";
import "dayjs/locale/ru";
import { RouterProvider } from "react-router";
import { queryClient } from "../api/query-client.ts";
import { useLanguage } from "../i18n/use-language.ts";
import { cssVariablesResolver, theme } from "../theme/mantine.ts";
import { firstScheme, schemeManager } from "../theme/scheme.ts";
import { styleNonce } from "./nonce.ts";
import { router } from "./router.tsx";

/** Everything around the pages: theme, dates, data, notices, addresses. */
export function App() {
  const language = useLanguage();
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      colorSchemeManager={schemeManager}
      defaultColorScheme={firstScheme()}
      getStyleNonce={styleNonce}
    >
      <DatesProvider settings={{ locale: language, firstDayOfWeek: 1 }}>
        <QueryClientProvider client={queryClient}>
          <Notifications position="bottom-right" limit={3} />
          <RouterProvider router={router} />
        </QueryClientProvider>
      </DatesProvider>
    </MantineProvider>
  );
}
