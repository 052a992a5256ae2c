import { useTranslation } from "react-i18next";
import type { LogEntry, LoggedLook } from "../../../contract/audit-log.ts";
import { formatDateTime } from "../../../contract/format/dates.ts";
import { actDetails, actName, actTarget } from "../../../contract/texts/act-names.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import type { TableColumn } from "../../ui/table-column.ts";

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
      width: "minmax(170px, 1.1fr)",
      cell: ({ what }) => code(actName(what, language)),
    },
    {
      id: "target",
      head: t("log.columns.target"),
      width: "minmax(110px, 0.8fr)",
      cell: (entry) => code(actTarget(entry, language)),
    },
    {
      id: "details",
      head: t("log.columns.details"),
      width: "minmax(220px, 2fr)",
      cell: ({ what, details }) => code(actDetails(what, details, language)),
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
      width: "minmax(150px, 1fr)",
      cell: ({ what }) => <span title={actName(what, language)}>{actName(what, language)}</span>,
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
