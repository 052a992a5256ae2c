import { useState } from "react";
import { useTranslation } from "react-i18next";
import { formatDateTime } from "../../../../contract/format/dates.ts";
import { formatNumber } from "../../../../contract/format/numbers.ts";
import type { SessionRow } from "../../../../contract/operators.ts";
import { useLanguage } from "../../../i18n/use-language.ts";
import shared from "../shared.module.css";
import { deviceName } from "../stage/devices.ts";
import classes from "./operators.module.css";

const FIRST = 5;

/** Registrations, resets and cash withdrawals, the latest first, each with its place or device. */
export function MarkList({ marks, total }: { marks: readonly SessionRow[]; total: number }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [all, setAll] = useState(false);
  if (marks.length === 0) return null;
  const latest = [...marks].reverse();
  return (
    <>
      <h3 className={classes.part}>{t("explore.operators.events")}</h3>
      <ul className={classes.marks}>
        {latest.slice(0, all ? undefined : FIRST).map((mark) => (
          <li key={`${mark.at} ${mark.event} ${mark.row}`} title={sourceOf(mark)}>
            <span className="dg-tabular">{formatDateTime(mark.at, language)}</span>
            <span>
              {t(`explore.operators.event.${mark.event ?? "other"}`)}
              {detailOf(mark) !== "" && <span className={classes.sub}>{detailOf(mark)}</span>}
            </span>
          </li>
        ))}
      </ul>
      {latest.length > FIRST && !all && (
        <button type="button" className={shared.linkButton} onClick={() => setAll(true)}>
          {t("common.more")} · {formatNumber(total - FIRST, language)}
        </button>
      )}
    </>
  );
}

function detailOf({ place, phone, device, model }: SessionRow): string {
  const name = device === null ? null : deviceName({ id: device, model });
  return [place, phone, name].filter(Boolean).join(" · ");
}

function sourceOf({ sourceName, row }: SessionRow): string {
  return sourceName === null ? "" : `${sourceName}, ${row}`;
}
