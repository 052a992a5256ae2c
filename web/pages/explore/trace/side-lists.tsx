import { Button } from "@mantine/core";
import { IconMail } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { bankName } from "../../../../contract/bank-names.ts";
import { formatAccount, shortAccount } from "../../../../contract/format/accounts.ts";
import { formatDate } from "../../../../contract/format/dates.ts";
import { formatNumber } from "../../../../contract/format/numbers.ts";
import type { Trace } from "../../../../contract/tracing.ts";
import { useLanguage } from "../../../i18n/use-language.ts";
import { MoneyShort } from "../../../ui/money.tsx";
import { Section } from "../../../ui/panel.tsx";
import { useRequestLetters } from "../../../ui/use-request-letters.ts";
import classes from "./trace.module.css";

/** With more the accounts below would be out of sight. */
const FIRST_VICTIMS = 6;

/** The victims with their colours; one click lets one victim's money stand out. */
export function VictimsList({
  trace,
  order,
  colors,
  victim,
  onVictim,
}: {
  trace: Trace;
  order: readonly Trace["victims"][number][];
  colors: ReadonlyMap<string, string>;
  victim: string | null;
  onVictim: (victim: string | null) => void;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [whole, setWhole] = useState(order.length <= FIRST_VICTIMS + 1);
  const shown = whole
    ? order
    : order.filter((one, index) => index < FIRST_VICTIMS || one.victim === victim);
  return (
    <Section
      title={t("explore.trace.victims")}
      note={t("common.victims", {
        count: order.length,
        formatted: formatNumber(order.length, language),
      })}
    >
      <div className={classes.victims}>
        {shown.map((one) => (
          <button
            key={one.victim}
            type="button"
            className={classes.row}
            data-on={victim === one.victim || undefined}
            aria-pressed={victim === one.victim}
            onClick={() => onVictim(victim === one.victim ? null : one.victim)}
          >
            <span
              className={classes.swatch}
              style={{ ["--swatch" as string]: colors.get(one.victim) ?? "" }}
            />
            <span style={{ minWidth: 0 }}>
              {one.name ?? formatAccount(one.victim)}
              <span className={classes.sub}>
                {[one.reports.join(", "), one.name ? shortAccount(one.victim) : null]
                  .filter(Boolean)
                  .join(" · ")}
              </span>
            </span>
            <strong>
              <MoneyShort amount={one.stolen} currency={trace.currency} />
            </strong>
          </button>
        ))}
      </div>
      {!whole && (
        <Button variant="subtle" size="compact-sm" mt={4} onClick={() => setWhole(true)}>
          {t("common.more")} · {formatNumber(order.length - shown.length, language)}
        </Button>
      )}
    </Section>
  );
}

/** Statements to ask the banks for next, the largest amount waiting first. */
export function RequestsList({ trace }: { trace: Trace }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const request = useRequestLetters();
  if (trace.requests.length === 0) return null;
  return (
    <Section
      title={t("explore.trace.requests")}
      note={formatNumber(trace.requests.length, language)}
    >
      <Button
        variant="subtle"
        size="compact-sm"
        leftSection={<IconMail size={14} />}
        loading={request.isPending}
        onClick={() =>
          request.mutate(
            trace.requests.map(({ account, from, until }) => ({ account, from, until })),
          )
        }
      >
        {t("explore.trace.letters")}
      </Button>
      {trace.requests
        .slice(0, 8)
        .map(({ account, holderName, bank, from, until, reason, waiting }) => (
          <div key={`${account}:${from}`} className={classes.request}>
            <span>
              {holderName ?? formatAccount(account)}
              <span className={classes.sub}>
                {[bankName(bank), shortAccount(account)].filter(Boolean).join(" · ")}
              </span>
              <span className={classes.sub}>
                {t("explore.trace.requestDays", {
                  from: formatDate(from, language),
                  why: t(`explore.trace.why.${reason}`),
                  until: until === null ? t("explore.trace.toToday") : formatDate(until, language),
                })}
              </span>
            </span>
            <strong>
              <MoneyShort amount={waiting} currency={trace.currency} />
            </strong>
          </div>
        ))}
    </Section>
  );
}
