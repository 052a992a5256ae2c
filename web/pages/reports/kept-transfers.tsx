import { ActionIcon, Button } from "@mantine/core";
import { IconPencil, IconPlus, IconX } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { formatMoment } from "../../../contract/format/dates.ts";
import { MOST_STOLEN } from "../../../contract/report-entry.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { AccountLine } from "../../ui/account.tsx";
import { Money } from "../../ui/money.tsx";
import type { Stolen } from "./form-state.ts";
import classes from "./reports.module.css";

/** A bank can be asked: the account, the phone or at least the bank is known. */
function isAddressed({ recipient: { account, phone, bank } }: Stolen): boolean {
  return Boolean(account || phone || bank);
}

/** Transfers of the report that are written down already, and the way to one more. */
export function KeptTransfers(props: {
  kept: readonly Stolen[];
  onEdit: (place: number) => void;
  onRemove: (place: number) => void;
  /** null while the transfer of the form has no amount yet. */
  onAnother: (() => void) | null;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { kept, onEdit, onRemove, onAnother } = props;
  return (
    <div className={classes.several}>
      {kept.length > 0 && (
        <ul className={classes.found} aria-label={t("reports.several.kept")}>
          {kept.map((one, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two transfers may be alike
            <li key={place} className={classes.foundLine}>
              {one.at !== null && (
                <span>{formatMoment({ at: one.at, dayOnly: one.dayOnly ?? false }, language)}</span>
              )}
              <strong>
                <Money amount={one.amount} currency={one.currency ?? "KZT"} />
              </strong>
              <span aria-hidden>→</span>
              <AccountLine
                number={one.recipient.account ?? one.recipient.phone ?? ""}
                name={one.recipient.name ?? null}
              />
              {!isAddressed(one) && (
                <span className={classes.foreign}>{t("reports.several.noAccount")}</span>
              )}
              <ActionIcon
                variant="subtle"
                size={20}
                aria-label={t("reports.several.edit", { number: place + 1 })}
                onClick={() => onEdit(place)}
              >
                <IconPencil size={13} />
              </ActionIcon>
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
