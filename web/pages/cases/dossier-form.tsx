import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Dossier, DossierFields } from "../../../contract/dossier.ts";
import { formatAccount } from "../../../contract/format/accounts.ts";
import { formatIsoDay, isoDay } from "../../../contract/format/dates.ts";
import { formatMoney } from "../../../contract/format/money.ts";
import { formatNumber } from "../../../contract/format/numbers.ts";
import { useSaveDossier } from "../../data/dossier.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { DateField } from "../../ui/date-field.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { sourceInWords } from "../../ui/source-words.ts";
import { useFirstField } from "../../ui/use-first-field.ts";
import { useNotify } from "../../ui/use-notify.ts";
import { BothLanguages } from "./both-languages.tsx";
import classes from "./dossier.module.css";
import { LoanFields } from "./loan-fields.tsx";

const TEXTS = [
  ["court", "courtKk"],
  ["consent", "consentKk"],
  ["whyNotSelf", "whyNotSelfKk"],
  ["circumstances", "circumstancesKk"],
] as const;
const MOST = { court: 300, consent: 500, whyNotSelf: 2_000, circumstances: 10_000 } as const;

/** Court, consent, circumstances, fee and rate of one claim, beside what the tables propose. */
export function DossierForm({
  caseId,
  currency,
  dossier,
  first,
  onDone,
}: {
  caseId: string;
  currency: string;
  dossier: Dossier;
  /** The field to begin with. */
  first: keyof DossierFields;
  onDone: () => void;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const notify = useNotify();
  // What a colleague changes meanwhile is not written over: the state is the one the form began
  // with.
  const [begun] = useState(dossier);
  const save = useSaveDossier(caseId, dossier.claim, begun.version);
  const shown = useFirstField(first);
  const [fields, setFields] = useState({ ...begun.fields, ...begun.filedCourt });
  const set = (change: Partial<DossierFields>) => setFields({ ...fields, ...change });
  const court = dossier.coDefendants.length === 0 ? dossier.court : null;
  const placeholders = [court?.ru ?? "", court?.kk ?? ""] as const;
  return (
    <form
      ref={shown}
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(sent(fields), {
          onSuccess: () => {
            notify.done(t("dossier.saved"));
            onDone();
          },
        });
      }}
    >
      <div className={classes.wide}>
        <Proposals currency={currency} dossier={dossier} />
      </div>
      {dossier.coDefendants.length > 0 && (
        <NativeSelect
          className={classes.wide ?? ""}
          label={t("joint.court")}
          data={[{ value: "", label: t("joint.chooseCourt") }, ...courtsOf(dossier, language)]}
          value=""
          onChange={(event) => set({ court: event.currentTarget.value })}
        />
      )}
      {TEXTS.map(([own, kazakh]) => (
        <BothLanguages
          key={own}
          names={[own, kazakh]}
          label={t(`dossier.written.${own}`)}
          values={fields}
          onChange={(field, text) => set({ [field]: text })}
          most={MOST[own]}
          minRows={own === "circumstances" ? 3 : 1}
          placeholders={own === "court" ? placeholders : ["", ""]}
        />
      ))}
      <NativeSelect
        data-field="fee"
        label={t("dossier.written.fee")}
        data={(["", "pay", "exempt"] as const).map((value) => ({
          value,
          label: t(`dossier.fees.${value === "" ? "unset" : value}`),
        }))}
        value={fields.fee ?? ""}
        onChange={(event) => {
          const { value } = event.currentTarget;
          set({ fee: value === "pay" || value === "exempt" ? value : null });
        }}
      />
      <BothLanguages
        names={["feeBasis", "feeBasisKk"]}
        label={t("dossier.written.feeBasis")}
        values={fields}
        onChange={(field, text) => set({ [field]: text })}
        most={500}
      />
      <DateField
        label={t("dossier.written.limitationEnd")}
        value={fields.limitationEnd}
        onChange={(limitationEnd) => set({ limitationEnd })}
        clearable
      />
      <TextInput
        label={t("dossier.written.limitationBasis")}
        maxLength={500}
        value={fields.limitationBasis ?? ""}
        onChange={(event) => set({ limitationBasis: event.currentTarget.value })}
      />
      {currency !== "KZT" && (
        <RateFields
          currency={currency}
          rate={fields.rate ?? { rate: "", day: isoDay(Date.now()), source: "" }}
          onRate={(rate) => set({ rate })}
          sourceKk={fields.rateSourceKk}
          onSourceKk={(rateSourceKk) => set({ rateSourceKk })}
        />
      )}
      <LoanFields loans={fields.loans} onLoans={(loans) => set({ loans })} />
      <div className={classes.actions}>
        <Button type="submit" variant="filled" loading={save.isPending}>
          {t("dossier.save")}
        </Button>
        <Button onClick={onDone}>{t("dossier.cancel")}</Button>
      </div>
      {save.isError && <ProblemNotice error={save.error} />}
    </form>
  );
}

/** The courts of the defendants' residences, each once: a person chooses one (CPC art. 30(12)). */
function courtsOf({ court, coDefendants }: Dossier, language: string): string[] {
  const all = [court, ...coDefendants.map((one) => one.court)];
  return [...new Set(all.flatMap((one) => one?.[language === "kk" ? "kk" : "ru"] ?? []))];
}

/** A rate that nobody began to write is none. */
function sent(fields: DossierFields): DossierFields {
  const empty = fields.rate?.rate.trim() === "" && fields.rate.source.trim() === "";
  return empty ? { ...fields, rate: null } : fields;
}

function RateFields({
  currency,
  rate,
  onRate,
  sourceKk,
  onSourceKk,
}: {
  currency: string;
  rate: NonNullable<DossierFields["rate"]>;
  onRate: (rate: NonNullable<DossierFields["rate"]>) => void;
  sourceKk: string | null;
  onSourceKk: (source: string) => void;
}) {
  const { t } = useTranslation();
  return (
    <>
      <TextInput
        data-field="rate"
        label={t("dossier.written.rate", { currency })}
        maxLength={20}
        value={rate.rate}
        onChange={(event) => onRate({ ...rate, rate: event.currentTarget.value })}
      />
      <DateField
        label={t("dossier.written.rateDay")}
        value={rate.day}
        onChange={(day) => day !== null && onRate({ ...rate, day })}
      />
      <BothLanguages
        names={["source", "sourceKk"]}
        label={t("dossier.written.rateSource")}
        values={{ source: rate.source, sourceKk }}
        onChange={(field, text) =>
          field === "source" ? onRate({ ...rate, source: text }) : onSourceKk(text)
        }
        most={200}
      />
    </>
  );
}

/** The price of the claim: what is outstanding on the day of filing, and what came back before. */
function usePriceLines(currency: string, dossier: Dossier): string[] {
  const { t } = useTranslation();
  const language = useLanguage();
  const { price, filedOn, asked, cameBack } = dossier;
  const money = (amount: string) => formatMoney(amount, currency, language, true);
  if (asked === "0") return [t("dossier.court.nothingLeft")];
  const name =
    filedOn === null
      ? t("dossier.court.price")
      : t("dossier.court.priceFiled", { date: formatIsoDay(filedOn, language) });
  return [
    ...(cameBack === "0"
      ? []
      : [
          t("dossier.court.cameBack", {
            sum: money((BigInt(asked) + BigInt(cameBack)).toString()),
            back: money(cameBack),
            asked: money(asked),
          }),
        ]),
    price === null
      ? t("dossier.court.noPrice", { currency })
      : `${name}: ${formatMoney(price, "KZT", language, true)}.`,
  ];
}

/** What the tables say: court, procedure, fee, price; what nobody has compared yet says so. */
function Proposals({ currency, dossier }: { currency: string; dossier: Dossier }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { court, procedure, fee } = dossier;
  const accounts = [dossier, ...dossier.coDefendants].flatMap((one) => one.accounts);
  const priceLines = usePriceLines(currency, dossier);
  const tenge = (amount: string) => formatMoney(amount, "KZT", language, true);
  const sourced = (text: string, from: { source: string; checked: boolean }) =>
    `${text} ${t("dossier.court.source", { source: sourceInWords(from.source, t, language) })}${from.checked ? "" : ` (${t("dossier.court.unchecked")})`}.`;
  const lines = [
    court === null
      ? t("dossier.court.none")
      : sourced(
          `${t("dossier.court.proposed")}: ${language === "kk" ? court.kk : court.ru}.${court.juvenile ? ` ${t("dossier.court.juvenile")}` : ""}`,
          court,
        ),
    ...priceLines,
    procedure &&
      sourced(
        t(procedure.simplified ? "dossier.court.simplified" : "dossier.court.ordinary", {
          article: procedure.article,
          limit: tenge(procedure.limit),
        }),
        procedure,
      ),
    fee &&
      sourced(
        t("dossier.court.feeProposed", {
          amount: tenge(fee.amount),
          percent: formatNumber(fee.percent / 100, language, 2),
        }),
        fee,
      ),
    accounts.length > 0 &&
      `${t("dossier.court.accounts")}: ${accounts.map(({ number }) => formatAccount(number)).join(", ")}.`,
  ].filter((line): line is string => typeof line === "string");
  return lines.map((line) => (
    <p key={line} className={classes.note}>
      {line}
    </p>
  ));
}
