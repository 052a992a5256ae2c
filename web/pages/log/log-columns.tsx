import { useTranslation } from "react-i18next";
import type { LogEntry, LoggedLook } from "../../../contract/audit-log.ts";
import { formatDateTime } from "../../../contract/format/dates.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import type { TableColumn } from "../../ui/table-column.ts";
import classes from "./log.module.css";

export function useEntryColumns(): TableColumn<LogEntry>[] {
  const { t } = useTranslation();
  const language = useLanguage();
  const code = (text: string) => <span title={text}>{text}</span>;
  return [
    {
      id: "time",
      head: t("log.columns.time"),
      width: "170px",
      cell: ({ at }) => formatDateTime(at, language, true),
    },
    {
      id: "who",
      head: t("log.columns.who"),
      width: "minmax(120px, 0.8fr)",
      cell: ({ who }) => code(who),
    },
    {
      id: "what",
      head: t("log.columns.what"),
      width: "minmax(140px, 0.8fr)",
      cell: ({ what }) => <code className={classes.code}>{what}</code>,
    },
    {
      id: "target",
      head: t("log.columns.target"),
      width: "minmax(110px, 0.8fr)",
      cell: ({ target }) => code(target),
    },
    {
      id: "details",
      head: t("log.columns.details"),
      width: "minmax(220px, 2fr)",
      cell: ({ details }) => code(wordsOf(details)),
    },
  ];
}

/** A look with its place in the list: two of one moment are two rows. */
type LookRow = Omit<LoggedLook, "at"> & { readonly at: number; readonly time: number };

export function useLookColumns(): TableColumn<LookRow>[] {
  const { t } = useTranslation();
  const language = useLanguage();
  return [
    {
      id: "time",
      head: t("log.columns.time"),
      width: "170px",
      cell: ({ time }) => formatDateTime(time, language, true),
    },
    {
      id: "who",
      head: t("log.columns.who"),
      width: "minmax(140px, 1fr)",
      cell: ({ who, token }) => (token === null ? who : `${who} · ${token}`),
    },
    {
      id: "what",
      head: t("log.columns.what"),
      width: "minmax(120px, 0.8fr)",
      cell: ({ what }) => <code className={classes.code}>{what}</code>,
    },
    {
      id: "case",
      head: t("log.fields.case"),
      width: "90px",
      cell: (look) => look.case ?? "",
    },
    {
      id: "why",
      head: t("log.columns.why"),
      width: "minmax(200px, 1.6fr)",
      cell: ({ why }) => <span title={why ?? ""}>{why ?? ""}</span>,
    },
  ];
}

/** `{"from":"10.0.0.5","code":"app"}` as "from: 10.0.0.5 · code: app". */
function wordsOf(details: string): string {
  try {
    const told = Object.entries(JSON.parse(details) as Record<string, unknown>);
    return told.map(([name, value]) => `${name}: ${String(value)}`).join(" · ");
  } catch {
    return details;
  }
}
