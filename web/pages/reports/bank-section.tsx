import { Button } from "@mantine/core";
import { IconMail } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { bankName } from "../../../contract/bank-names.ts";
import { formatAccount } from "../../../contract/format/accounts.ts";
import { formatDate, formatDuration, formatMoment } from "../../../contract/format/dates.ts";
import { formatMoney } from "../../../contract/format/money.ts";
import { formatPhone } from "../../../contract/format/phones.ts";
import type { BankPlaces, Place } from "../../../contract/reports.ts";
import { sumByCurrency } from "../../../contract/sums.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { Money, Sums } from "../../ui/money.tsx";
import { useRequestLetters } from "../../ui/use-request-letters.ts";
import classes from "./reports.module.css";

/** One bank: its accounts where the money may be, and the statements to ask it for. */
export function BankSection({ bank: { bank, places, statements } }: { bank: BankPlaces }) {
  const { t } = useTranslation();
  const request = useRequestLetters();
  const sums = sumByCurrency(
    places.map(({ held, beyondData, currency }) => ({
      currency,
      amount: (BigInt(held) + BigInt(beyondData)).toString(),
    })),
  );
  return (
    <section className={classes.bank} data-bank={bank ?? ""}>
      <div className={classes.bankHead}>
        <h3 className={classes.bankName}>
          {bank === null ? t("reports.unknownBank") : bankName(bank)}
        </h3>
        {places.length > 0 && <Sums sums={sums} />}
        <span className={classes.grow} />
        {statements.length > 0 && (
          <Button
            size="compact-sm"
            leftSection={<IconMail size={14} />}
            loading={request.isPending}
            onClick={() => request.mutate(statements)}
          >
            {t("reports.askStatements", { count: statements.length })}
          </Button>
        )}
      </div>
      {places.length === 0 && <p className={classes.quiet}>{t("reports.onlyStatements")}</p>}
      {places.length > 0 && <Places places={places} />}
    </section>
  );
}

function Places({ places }: { places: readonly Place[] }) {
  const { t } = useTranslation();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls sideways is reached by keyboard
    <div className={classes.scroll} tabIndex={0}>
      <table className={classes.places}>
        <thead>
          <tr>
            <th scope="col">{t("common.account")}</th>
            <th scope="col">{t("reports.place.came")}</th>
            <th scope="col" className={classes.money}>
              {t("reports.place.held")}
            </th>
            <th scope="col" className={classes.money}>
              {t("reports.place.beyondData")}
            </th>
            <th scope="col">{t("reports.place.known")}</th>
          </tr>
        </thead>
        <tbody>
          {places.map((place) => (
            <PlaceRow key={`${place.account} ${place.currency} ${place.cameAt}`} place={place} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function PlaceRow({ place }: { place: Place }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { currency, held, heldLeast, heldMost, beyondData, knownUntil, partlyUntil, cameAt } =
    place;
  // Without a statement nobody knows whether anything is left there.
  const isUnknown = knownUntil === null && held === "0" && heldMost === "0";
  const isRange = heldLeast !== heldMost;
  return (
    <tr>
      <td>
        <div>{place.holder ?? t("common.unknown")}</div>
        <div className="dg-tabular dg-nowrap">{formatPhone(formatAccount(place.account))}</div>
        {place.phone !== null && (
          <div className="dg-tabular dg-nowrap">{formatPhone(place.phone)}</div>
        )}
        {BigInt(place.reported) > 0n && (
          <div className={classes.quiet}>
            {BigInt(place.reported) === BigInt(held) + BigInt(beyondData)
              ? t("reports.reportedOnly")
              : t("reports.reportedPart", {
                  sum: formatMoney(place.reported, currency, language, true),
                })}
          </div>
        )}
        {BigInt(place.notThere) > 0n && (
          <div className={classes.quiet}>
            {t("reports.notThere", { sum: formatMoney(place.notThere, currency, language, true) })}
          </div>
        )}
      </td>
      <td>
        {cameAt === null ? "–" : formatMoment({ at: cameAt, dayOnly: place.dayOnly }, language)}
      </td>
      <td className={classes.money}>
        {isUnknown ? (
          t("reports.place.notKnown")
        ) : (
          <strong>
            <Money amount={held} currency={currency} />
          </strong>
        )}
        {isRange && (
          <div className={classes.quiet}>
            {t("reports.place.range")} <Money amount={heldLeast} currency={currency} bare />–
            <Money amount={heldMost} currency={currency} bare />
          </div>
        )}
      </td>
      <td className={classes.money}>
        <Money amount={beyondData} currency={currency} />
      </td>
      <td>
        {knownUntil === null ? (
          t("reports.place.noStatement")
        ) : (
          <>
            {formatDate(knownUntil, language)}
            <div className={classes.quiet}>
              {t("reports.place.age", {
                age: formatDuration(Math.max(0, Date.now() - knownUntil), language),
              })}
            </div>
            {partlyUntil !== null && (
              <div className={classes.quiet}>
                {t("reports.place.partly", { date: formatDate(partlyUntil, language) })}
              </div>
            )}
          </>
        )}
      </td>
    </tr>
  );
}
