import { createBrowserRouter, Navigate } from "react-router";
import { Frame } from "../frame/frame.tsx";
import { Arriving, Crashed, NotFound } from "./dead-ends.tsx";
import { RequireSession } from "./require-session.tsx";

/** Pages arrive when they are opened; the graph's libraries only with Explore. */
export const router = createBrowserRouter([
  {
    path: "/sign-in",
    HydrateFallback: Arriving,
    ErrorBoundary: Crashed,
    lazy: async () => ({
      Component: (await import("../pages/sign-in/sign-in-page.tsx")).SignInPage,
    }),
  },
  {
    // Where the office's sign-in provider sends the browser back to.
    path: "/sign-in/back",
    HydrateFallback: Arriving,
    ErrorBoundary: Crashed,
    lazy: async () => ({
      Component: (await import("../pages/sign-in/sign-in-page.tsx")).SignInPage,
    }),
  },
  {
    element: (
      <RequireSession>
        <Frame />
      </RequireSession>
    ),
    ErrorBoundary: Crashed,
    HydrateFallback: Arriving,
    children: [
      { index: true, element: <Navigate to="/today" replace /> },
      {
        ErrorBoundary: Crashed,
        children: [
          {
            path: "today",
            lazy: async () => ({
              Component: (await import("../pages/today/today-page.tsx")).TodayPage,
            }),
          },
          {
            path: "load",
            lazy: async () => ({
              Component: (await import("../pages/load/load-page.tsx")).LoadPage,
            }),
          },
          {
            path: "clusters",
            lazy: async () => ({
              Component: (await import("../pages/clusters/clusters-page.tsx")).ClustersPage,
            }),
          },
          {
            path: "explore",
            lazy: async () => ({
              Component: (await import("../pages/explore/explore-page.tsx")).ExplorePage,
            }),
          },
          {
            path: "cases",
            lazy: async () => ({
              Component: (await import("../pages/cases/cases-page.tsx")).CasesPage,
            }),
          },
          {
            path: "cases/:id",
            lazy: async () => ({
              Component: (await import("../pages/cases/case-page.tsx")).CasePage,
            }),
          },
          {
            path: "reports/new",
            lazy: async () => ({
              Component: (await import("../pages/reports/new-report-page.tsx")).NewReportPage,
            }),
          },
          {
            path: "reports/:id",
            lazy: async () => ({
              Component: (await import("../pages/reports/report-page.tsx")).ReportPage,
            }),
          },
          {
            path: "reports/:id/correct",
            lazy: async () => ({
              Component: (await import("../pages/reports/correct-report-page.tsx"))
                .CorrectReportPage,
            }),
          },
          {
            path: "measures",
            lazy: async () => ({
              Component: (await import("../pages/measures/measures-page.tsx")).MeasuresPage,
            }),
          },
          {
            path: "letters",
            lazy: async () => ({
              Component: (await import("../pages/letters/letters-page.tsx")).LettersPage,
            }),
          },
          {
            path: "summary/data/:figure",
            lazy: async () => ({
              Component: (await import("../pages/summary/data-figure-page.tsx")).DataFigurePage,
            }),
          },
          {
            path: "summary/:figure",
            lazy: async () => ({
              Component: (await import("../pages/summary/figure-page.tsx")).FigurePage,
            }),
          },
          {
            path: "summary",
            lazy: async () => ({
              Component: (await import("../pages/summary/summary-page.tsx")).SummaryPage,
            }),
          },
          {
            path: "log",
            lazy: async () => ({
              Component: (await import("../pages/log/log-page.tsx")).LogPage,
            }),
          },
          {
            path: "retention",
            lazy: async () => ({
              Component: (await import("../pages/retention/retention-page.tsx")).RetentionPage,
            }),
          },
          {
            path: "account",
            lazy: async () => ({
              Component: (await import("../pages/account/account-page.tsx")).AccountPage,
            }),
          },
          {
            path: "watching",
            lazy: async () => ({
              Component: (await import("../pages/watching/watching-page.tsx")).WatchingPage,
            }),
          },
          {
            path: "admin",
            lazy: async () => ({
              Component: (await import("../pages/admin/admin-page.tsx")).AdminPage,
            }),
          },
          {
            path: "help/:page?",
            lazy: async () => ({
              Component: (await import("../pages/help/help-page.tsx")).HelpPage,
            }),
          },
          { path: "*", Component: NotFound },
        ],
      },
    ],
  },
]);
