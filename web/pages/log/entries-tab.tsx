import { IconListSearch } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { KNOWN_ACTS } from "../../../contract/texts/act-names.ts";
import { downloadEntries, type EntryFilter, useLogEntries } from "../../data/audit-log.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { useAddressState } from "../../ui/use-address-state.ts";
import classes from "./log.module.css";
import { useEntryColumns } from "./log-columns.tsx";
import { LogFilter, useLogDays } from "./log-filter.tsx";
import { LogList } from "./log-list.tsx";

/** Everything that was done, as the chain of entries has it. */
export function EntriesTab() {
  const { t } = useTranslation();
  const language = useLanguage();
  const address = useAddressState();
  const days = useLogDays();
  const words = ["who", "target"] as const;
  const filter: EntryFilter = {
    ...days,
    ...Object.fromEntries(
      [...words, "what"].flatMap((name) => {
        const value = address.get(name);
        return value === null ? [] : [[name, value] as const];
      }),
    ),
  };
  const columns = useEntryColumns();
  const list = useLogEntries(filter);
  const rows = list.data?.pages.flatMap((page) => page.entries) ?? [];
  return (
    <div className={classes.tab}>
      <LogFilter
        fields={words}
        acts={KNOWN_ACTS}
        onSave={() => downloadEntries(filter, language)}
      />
      <LogList
        list={list}
        label={t("log.entries.title")}
        columns={columns}
        rows={rows}
        rowKey={(entry) => String(entry.seq)}
        minWidth={900}
        empty={<EmptyState icon={<IconListSearch size={20} />} title={t("log.nothing")} />}
      />
    </div>
  );
}
