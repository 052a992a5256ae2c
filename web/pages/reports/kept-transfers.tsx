import { ActionIcon, Button } from "@mantine/core";
import { IconPlus, IconX } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { formatDate, formatDateTime } from "../../../contract/format/dates.ts";
import { MOST_STOLEN } from "../../../contract/reports.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { AccountLine } from "../../ui/account.tsx";
import { Money } from "../../ui/money.tsx";
import type { Stolen } from "./form-state.ts";
import classes from "./reports.module.css";

/** Transfers of the report that are written down already, and the way to one more. */
export function KeptTransfers(props: {
  kept: readonly Stolen[];
  onRemove: (place: number) => void;
  /** null while the transfer of the form has no amount yet. */
  onAnother: (() => void) | null;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { kept, onRemove, onAnother } = props;
  return (
    <div className={classes.several}>
      {kept.length > 0 && (
        <ul className={classes.found} aria-label={t("reports.several.kept")}>
          {kept.map((one, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two transfers may be alike
            <li key={place} className={classes.foundLine}>
              {one.at !== null && (
                <span>
                  {one.dayOnly ? formatDate(one.at, language) : formatDateTime(one.at, language)}
                </span>
              )}
              <strong>
                <Money amount={one.amount} currency={one.currency ?? "KZT"} />
              </strong>
              <span aria-hidden>→</span>
              <AccountLine
                number={one.recipient.account ?? one.recipient.phone ?? ""}
                name={one.recipient.name ?? null}
              />
              <ActionIcon
                variant="subtle"
                size={20}
                aria-label={t("reports.several.remove", { number: place + 1 })}
                onClick={() => onRemove(place)}
              >
                <IconX size={13} />
              </ActionIcon>
            </li>
          ))}
        </ul>
      )}
      {kept.some(({ transferId }) => !transferId) && (
        <span className={classes.quiet}>{t("reports.several.later")}</span>
      )}
      <Button
        size="compact-sm"
        leftSection={<IconPlus size={14} aria-hidden />}
        disabled={onAnother === null || kept.length + 1 >= MOST_STOLEN}
        onClick={() => onAnother?.()}
      >
        {t("reports.several.another")}
      </Button>
    </div>
  );
}
