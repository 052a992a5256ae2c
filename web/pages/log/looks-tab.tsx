import { IconEye } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "react-router";
import { z } from "zod";
import type { LookFilter } from "../../../contract/audit-log.ts";
import { formatNumber } from "../../../contract/format/numbers.ts";
import { KNOWN_QUESTIONS } from "../../../contract/texts/act-names.ts";
import { downloadLooks, useLooks } from "../../data/audit-log.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { useAddressState } from "../../ui/use-address-state.ts";
import classes from "./log.module.css";
import { useLookColumns } from "./log-columns.tsx";
import { LogFilter, useLogDays } from "./log-filter.tsx";
import { LogList } from "./log-list.tsx";
import { PersonHeld } from "./person-held.tsx";

const handedOver = z.object({ whom: z.string() });

/**
 * Who looked at people, or at one person. The person stands in no address: a card hands the number
 * over in the browser's history, and the page keeps it to itself.
 */
export function LooksTab() {
  const { t } = useTranslation();
  const language = useLanguage();
  const address = useAddressState();
  const given = handedOver.safeParse(useLocation().state).data?.whom ?? "";
  const [whom, setWhom] = useState(given);
  const words = {
    who: address.get("who"),
    what: address.get("what"),
    inCase: address.get("case"),
  };
  const filter: LookFilter = {
    ...useLogDays(),
    ...(whom === "" ? {} : { whom }),
    ...(words.who === null ? {} : { who: words.who }),
    ...(words.what === null ? {} : { what: words.what }),
    ...(words.inCase === null ? {} : { inCase: words.inCase }),
  };
  const list = useLooks(filter);
  const columns = useLookColumns();
  const rows = list.data?.pages.flatMap((page) => page.looks) ?? [];
  const total = list.data?.pages[0]?.total ?? 0;
  return (
    <div className={classes.tab}>
      <LogFilter
        fields={["whom", "who", "case"]}
        acts={KNOWN_QUESTIONS}
        kept={{ whom, onWhom: setWhom }}
        onSave={() => downloadLooks(filter, language)}
      />
      {whom !== "" && <PersonHeld whom={whom} />}
      <p className={classes.note}>
        {t("log.looks.shown", {
          shown: formatNumber(rows.length, language),
          total: formatNumber(total, language),
        })}
      </p>
      <LogList
        list={list}
        label={t("log.looks.title")}
        columns={columns}
        rows={rows.map((look, at) => ({ ...look, at, time: look.at }))}
        rowKey={(look) => String(look.at)}
        minWidth={760}
        empty={<EmptyState icon={<IconEye size={20} />} title={t("log.nothing")} />}
      />
    </div>
  );
}
