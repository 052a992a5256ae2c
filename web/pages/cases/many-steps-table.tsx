import { TextInput } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Claim } from "../../../contract/claims.ts";
import type { ReadinessCode } from "../../../contract/dossier.ts";
import { formatMoney } from "../../../contract/format/money.ts";
import { formatNumber } from "../../../contract/format/numbers.ts";
import type { BeforeStep, ManyStep } from "../../../contract/many-steps.ts";
import { sumByCurrency } from "../../../contract/sums.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { Money } from "../../ui/money.tsx";
import { AllClaims, OneClaimCells } from "./many-claims-table.tsx";
import type { Apart } from "./many-step-facts.ts";
import classes from "./many-steps.module.css";

/** A claim before the step. */
export interface StepRow {
  readonly claim: Claim;
  /** Things that the court would miss. */
  readonly missing: readonly ReadinessCode[];
  /** The data have changed since, and nobody has accepted the difference. */
  readonly differs: boolean;
  /** Minor units: what the claim asks for, or may still ask for once it is approved. */
  readonly amount: string;
  /** Why the person signed in may not take the step; null where nothing forbids it. */
  readonly why: string | null;
  readonly isChosen: boolean;
  readonly needsReason: boolean;
  /** The approval accepted with a reason that things are missing. */
  readonly isAccepted: boolean;
  /** The sums that the court is asked for, as far as they are known. */
  readonly asks: BeforeStep | undefined;
  readonly court: string;
  readonly reference: string;
}

/** Facts of each claim alone: a filing has both, a demand the last. */
const APART = ["court", "reference"] as const;

/** The claims with what each asks for and lacks, and the total of those that are chosen. */
export function ManyStepsTable(props: {
  status: ManyStep;
  rows: readonly StepRow[];
  onChoose: (ids: readonly string[], choose: boolean) => void;
  onApart: (id: string, typed: Apart) => void;
}) {
  const { t } = useTranslation();
  const { status, rows } = props;
  const { onChoose } = props;
  const open = rows.filter((row) => row.why === null).map(({ claim }) => claim.id);
  const chosen = rows.filter((row) => row.isChosen);
  const common = lackedByAll(rows);
  const columns = status === "filed" ? 2 : status === "demand" ? 1 : 0;
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls is reached by keyboard */}
      <div className={classes.scroll} tabIndex={0}>
        <table className={classes.table} aria-label={t(`steps.action.${status}`)}>
          <thead>
            <tr>
              <AllClaims open={open} chosen={chosen.length} onChoose={onChoose} />
              <th scope="col">{t("bulk.steps.claim")}</th>
              <th scope="col">{t("bulk.steps.parties")}</th>
              <th scope="col" className={classes.sum}>
                {t("bulk.steps.sum")}
              </th>
              <th scope="col">{t("bulk.steps.fee")}</th>
              {columns < 2 && <th scope="col">{t("bulk.steps.court")}</th>}
              <th scope="col">{t("bulk.steps.lacks")}</th>
              {APART.slice(APART.length - columns).map((fact) => (
                <th key={fact} scope="col">
                  {t(`steps.fact.of.${fact}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row
                key={row.claim.id}
                row={row}
                columns={columns}
                common={common}
                onChoose={(choose) => onChoose([row.claim.id], choose)}
                onApart={(typed) => props.onApart(row.claim.id, typed)}
              />
            ))}
          </tbody>
        </table>
      </div>
      <Totals rows={rows} />
    </>
  );
}

/**
 * Under the list, so that it covers none of its rows: the chosen claims, their debts and prices.
 */
function Totals({ rows }: { rows: readonly StepRow[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const chosen = rows.filter((row) => row.isChosen);
  const money = (sums: readonly { amount: string; currency: string }[]) =>
    sumByCurrency(sums)
      .map(({ amount, currency }) => formatMoney(amount, currency, language, true))
      .join(", ");
  const debts = chosen.map((row) => ({ currency: row.claim.currency, amount: row.amount }));
  const penalties = chosen.flatMap(({ claim, asks }) =>
    asks?.penalty == null ? [] : [{ currency: claim.currency, amount: asks.penalty }],
  );
  const prices = chosen.flatMap(({ asks }) =>
    asks?.price == null ? [] : [{ currency: "KZT", amount: asks.price }],
  );
  return (
    <p className={classes.totals} data-testid="many-totals">
      <strong>
        {t("bulk.steps.chosen", {
          done: formatNumber(chosen.length, language),
          all: formatNumber(rows.length, language),
        })}
      </strong>
      <strong>{money(debts)}</strong>
      {penalties.length > 0 && (
        <span>{t("bulk.steps.withPenalty", { sum: money(penalties) })}</span>
      )}
      {prices.length > 0 && prices.length === chosen.length && (
        <span>{t("bulk.steps.prices", { sum: money(prices) })}</span>
      )}
    </p>
  );
}

function Row(props: {
  row: StepRow;
  columns: number;
  common: ReadonlySet<ReadinessCode>;
  onChoose: (choose: boolean) => void;
  onApart: (typed: Apart) => void;
}) {
  const { t } = useTranslation();
  const { row, columns, onApart } = props;
  const { claim } = row;
  return (
    <tr data-left={!row.isChosen || undefined}>
      <OneClaimCells
        claim={claim}
        isChosen={row.isChosen}
        disabled={row.why !== null}
        onChoose={props.onChoose}
      />
      <td className={classes.sum}>
        <Money amount={row.amount} currency={claim.currency} exact />
        <Price row={row} />
      </td>
      <td className={classes.lacks}>
        <Fee asks={row.asks} />
      </td>
      {columns < 2 && <td className={classes.lacks}>{row.court}</td>}
      <td className={classes.lacks}>
        <Lacks row={row} common={props.common} />
      </td>
      {APART.slice(APART.length - columns).map((fact) => (
        <td key={fact} className={fact === "court" ? classes.court : classes.number}>
          <TextInput
            size="xs"
            aria-label={`${t(`steps.fact.of.${fact}`)}: ${claim.id}`}
            value={row[fact]}
            data-blank={(row.isChosen && row[fact].trim() === "") || undefined}
            maxLength={300}
            disabled={!row.isChosen}
            onChange={(event) => onApart({ [fact]: event.currentTarget.value })}
          />
        </td>
      ))}
    </tr>
  );
}

/** The penalty beside the debt, and both together; nothing where the debt is all. */
function Price({ row: { claim, asks } }: { row: StepRow }) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (asks?.penalty == null) return null;
  const sum = formatMoney(asks.penalty, claim.currency, language, true);
  const price = asks.price && formatMoney(asks.price, "KZT", language, true);
  return (
    <div className={classes.own}>
      <div>{t("bulk.steps.withPenalty", { sum })}</div>
      {price && <div>{t("bulk.steps.price", { sum: price })}</div>}
    </div>
  );
}

function Fee({ asks }: { asks: BeforeStep | undefined }) {
  const { t } = useTranslation();
  if (asks?.fee === "exempt") return t("bulk.steps.exempt");
  if (asks?.fee !== "pay" || asks.feeSum === null) return t("bulk.steps.feeOpen");
  return <Money amount={asks.feeSum} currency="KZT" exact />;
}

function Lacks({ row, common }: { row: StepRow; common: ReadonlySet<ReadinessCode> }) {
  const { t } = useTranslation();
  const own = row.missing.filter((code) => !common.has(code));
  return (
    <>
      {row.why !== null && <div className={classes.why}>{row.why}</div>}
      {row.differs && <div className={classes.warning}>{t("cases.claims.marks.changed")}</div>}
      {row.missing.length === 0 || row.isAccepted ? (
        t(row.isAccepted ? "bulk.steps.accepted" : "bulk.ready")
      ) : (
        <div className={classes.warning}>{t("bulk.lacks", { count: row.missing.length })}</div>
      )}
      {own.length > 0 && !row.isAccepted && (
        <div className={classes.own}>
          {own.map((code) => t(`dossier.codes.${code}`)).join("; ")}
        </div>
      )}
    </>
  );
}

/** Things that every claim lacks are said once, above the table. */
export function LackedByAll({ rows }: { rows: readonly StepRow[] }) {
  const { t } = useTranslation();
  const common = [...lackedByAll(rows)];
  if (common.length === 0) return null;
  return (
    <p className={classes.common}>
      <IconAlertTriangle size={15} aria-hidden />
      <span>
        {t("bulk.steps.lackedByAll", {
          list: common.map((code) => t(`dossier.codes.${code}`)).join("; "),
        })}
      </span>
    </p>
  );
}

/** Of one claim alone nothing is common. */
function lackedByAll(all: readonly StepRow[]): ReadonlySet<ReadinessCode> {
  const [first, ...others] = all.filter((row) => !row.isAccepted);
  if (first === undefined || others.length === 0) return new Set();
  return new Set(first.missing.filter((code) => others.every((row) => row.missing.includes(code))));
}
