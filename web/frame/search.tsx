import { useMantineColorScheme } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import {
  Spotlight,
  type SpotlightActionData,
  type SpotlightActionGroupData,
} from "@mantine/spotlight";
import {
  IconArrowsExchange,
  IconChartDots3,
  IconEye,
  IconFileDescription,
  IconFilePlus,
  IconFileUpload,
  IconFolder,
  IconFolders,
  IconHelp,
  IconHome,
  IconMail,
  IconReportMoney,
  IconRoute,
  IconSearch,
  IconSettings,
  IconShieldCheck,
  IconTopologyStar3,
  IconUser,
  IconWallet,
} from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { exploring, type SearchHit } from "../../contract/exploring.ts";
import { loading } from "../../contract/loading.ts";
import { users } from "../../contract/users.ts";
import { call } from "../api/call.ts";
import { useMay } from "../data/permissions.ts";
import { useProblemText } from "../ui/use-problem-text.ts";
import { GroundDialog, GroundLine } from "./ground.tsx";
import { addressOfHit, traceOfHit } from "./hit-address.ts";
import { FOUND_LIST, openSearch, searchStore, selectFirst } from "./search-window.ts";
import { useHitWords } from "./use-hit-words.ts";

const HIT_ICONS = {
  account: IconWallet,
  holder: IconUser,
  report: IconFileDescription,
  cluster: IconTopologyStar3,
  case: IconFolder,
  transfer: IconArrowsExchange,
} as const;

/** The same key with a Latin and with a Russian or Kazakh layout on. */
const SHORTCUTS = ["mod + K", "mod + Л"];

/**
 * Ctrl+K: accounts, people, reports, clusters, cases from the server; pages and commands from here.
 */
export function SearchEverything() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const problemText = useProblemText();
  const hitActions = useHitActions();
  const mayAdminister = useMay(users.list);
  const mayReport = useMay(loading.load);
  const [query, setQuery] = useState("");
  const [asking, setAsking] = useState(false);
  const [wanted] = useDebouncedValue(query.trim(), 150);
  const found = useQuery({
    queryKey: ["search", wanted],
    queryFn: ({ signal }) => call(exploring.search, { body: { q: wanted }, signal }),
    enabled: wanted.length >= 2,
  });
  const fits = (label: string) =>
    label.toLocaleLowerCase().includes(query.trim().toLocaleLowerCase());
  const page = (to: string, label: string, Pictogram: typeof IconHome): SpotlightActionData => ({
    id: `page:${to}`,
    label,
    leftSection: <Pictogram size={17} stroke={1.6} aria-hidden />,
    onClick: () => void navigate(to),
  });
  const pages = [
    page("/today", t("frame.nav.today"), IconHome),
    mayReport
      ? page("/reports/new", t("today.newReport"), IconFilePlus)
      : {
          ...page("/today", t("today.newReport"), IconFilePlus),
          id: "page:/reports/new",
          description: t("today.whoReports"),
        },
    page("/load", t("frame.nav.load"), IconFileUpload),
    page("/clusters", t("frame.nav.clusters"), IconTopologyStar3),
    page("/explore", t("frame.nav.explore"), IconChartDots3),
    page("/cases", t("frame.nav.cases"), IconFolders),
    page("/measures", t("frame.nav.measures"), IconShieldCheck),
    page("/letters", t("letters.title"), IconMail),
    page("/summary", t("frame.nav.summary"), IconReportMoney),
    page("/watching", t("frame.nav.watching"), IconEye),
    page("/help/start", t("frame.nav.help"), IconHelp),
    ...(mayAdminister ? [page("/admin", t("frame.nav.admin"), IconSettings)] : []),
  ].filter((action) => fits(action.label ?? ""));
  const commands = [useThemeCommand()].filter((action) => fits(action.label ?? ""));
  const typed = query.trim();
  const asked = wanted.length >= 2 && wanted === typed;
  const hits = (asked ? (found.data?.hits ?? []) : []).flatMap(hitActions);
  const listed = hits.map((hit) => hit.id).join("\n");
  useEffect(() => {
    if (listed !== "") selectFirst();
  }, [listed]);
  const groups: SpotlightActionGroupData[] = [
    { group: t("frame.search.found"), actions: hits },
    { group: t("frame.search.pages"), actions: pages },
    { group: t("frame.search.commands"), actions: commands },
  ].filter((group) => group.actions.length > 0);
  if (asking) {
    const close = () => {
      setAsking(false);
      openSearch();
    };
    return <GroundDialog onClose={close} />;
  }
  return (
    <Spotlight
      store={searchStore}
      scrollAreaProps={{ id: FOUND_LIST }}
      actions={groups}
      query={query}
      onQueryChange={setQuery}
      filter={(_, actions) => actions}
      shortcut={SHORTCUTS}
      tagsToIgnore={[]}
      scrollable
      maxHeight={440}
      highlightQuery
      overlayProps={{ blur: 0, backgroundOpacity: 0.3 }}
      yOffset="12vh"
      centered={false}
      nothingFound={
        typed.length < 2
          ? t("frame.search.hint")
          : !asked || found.isFetching
            ? t("common.loading")
            : found.isError
              ? problemText(found.error).text
              : t("frame.search.nothing", { query: typed })
      }
      searchProps={{
        leftSection: <IconSearch size={17} stroke={1.7} aria-hidden />,
        placeholder: t("frame.search.placeholder"),
        rightSection: (
          <GroundLine
            masked={asked ? (found.data?.masked ?? 0) : 0}
            onAsk={() => setAsking(true)}
          />
        ),
        rightSectionWidth: "auto",
        rightSectionPointerEvents: "all",
        "aria-label": t("frame.search.open"),
      }}
    />
  );
}

function useThemeCommand(): SpotlightActionData {
  const { t } = useTranslation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return {
    id: "theme",
    label: colorScheme === "dark" ? t("frame.theme.toLight") : t("frame.theme.toDark"),
    onClick: () => setColorScheme(colorScheme === "dark" ? "light" : "dark"),
  };
}

/** The lines of a hit: it opens, and the stolen money behind it can be followed. */
function useHitActions(): (hit: SearchHit) => SpotlightActionData[] {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const hitWords = useHitWords();
  return (hit) => {
    const Pictogram = HIT_ICONS[hit.kind];
    const { label, detail } = hitWords(hit);
    const trace = traceOfHit(hit);
    return [
      {
        id: `${hit.kind}:${hit.id}`,
        label,
        description: [t(`frame.search.${hit.kind}`), detail].filter(Boolean).join(" · "),
        leftSection: <Pictogram size={17} stroke={1.6} aria-hidden />,
        onClick: () => void navigate(addressOfHit(hit)),
      },
      ...(trace === null
        ? []
        : [
            {
              id: `trace:${hit.kind}:${hit.id}`,
              label: t("explore.trace.title"),
              description: label,
              leftSection: <IconRoute size={17} stroke={1.6} aria-hidden />,
              onClick: () => void navigate(trace),
            },
          ]),
    ];
  };
}
