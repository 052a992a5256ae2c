/** The guide's pages in the order in which a newcomer reads them; the name is the file's. */
export const GUIDE_PARTS = {
  begin: ["start", "data-team", "investigator", "prosecutor"],
  pages: [
    "today",
    "load",
    "clusters",
    "reports",
    "explore",
    "money",
    "cases",
    "claims",
    "measures",
    "summary",
    "office",
  ],
  meaning: ["figures", "limits"],
} as const;

export type GuidePart = keyof typeof GUIDE_PARTS;

/** The guide's page for each place of the product, by the first step of its address. */
const PAGE_OF_PLACE: Readonly<Record<string, string>> = {
  today: "today",
  watching: "today",
  load: "load",
  clusters: "clusters",
  reports: "reports",
  explore: "explore",
  cases: "cases",
  measures: "measures",
  letters: "measures",
  summary: "summary",
  log: "office",
  retention: "office",
  admin: "office",
  account: "office",
};

/** Address of the guide's page about the place a person is at. */
export function guideAddress({ pathname, search }: { pathname: string; search: string }): string {
  const place = pathname.split("/")[1] ?? "";
  const asked = new URLSearchParams(search);
  if (place === "explore" && asked.has("trace")) return "/help/money";
  if (place === "cases" && asked.has("claim")) return "/help/claims";
  return `/help/${PAGE_OF_PLACE[place] ?? "start"}`;
}
