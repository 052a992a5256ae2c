import { TextInput } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Claim } from "../../../contract/claims.ts";
import type { ReadinessCode } from "../../../contract/dossier.ts";
import { formatNumber } from "../../../contract/format/numbers.ts";
import type { ManyStep } from "../../../contract/many-steps.ts";
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
  readonly court: string;
  readonly reference: string;
}

/** Facts of each claim alone: a filing has both, a demand the last. */
const APART = ["court", "reference"] as const;

/** The claims with what each lacks, and the total of those that are chosen. */
export function ManyStepsTable(props: {
  status: ManyStep;
  rows: readonly StepRow[];
  onChoose: (ids: readonly string[], choose: boolean) => void;
  onApart: (id: string, typed: Apart) => void;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { status, rows } = props;
  const open = rows.filter((row) => row.why === null).map(({ claim }) => claim.id);
  const chosen = rows.filter((row) => row.isChosen);
  const sums = sumByCurrency(
    chosen.map((row) => ({ currency: row.claim.currency, amount: row.amount })),
  );
  const common = lackedByAll(rows);
  const columns = status === "filed" ? 2 : status === "demand" ? 1 : 0;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls is reached by keyboard
    <div className={classes.scroll} tabIndex={0}>
      <table className={classes.table} aria-label={t(`steps.action.${status}`)}>
        <thead>
          <tr>
            <AllClaims open={open} chosen={chosen.length} onChoose={props.onChoose} />
            <th scope="col">{t("bulk.steps.claim")}</th>
            <th scope="col">{t("bulk.steps.parties")}</th>
            <th scope="col" className={classes.sum}>
              {t("bulk.steps.sum")}
            </th>
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
              onChoose={(choose) => props.onChoose([row.claim.id], choose)}
              onApart={(typed) => props.onApart(row.claim.id, typed)}
            />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td />
            <th scope="row" colSpan={2}>
              {t("bulk.steps.chosen", {
                done: formatNumber(chosen.length, language),
                all: formatNumber(rows.length, language),
              })}
            </th>
            <td className={classes.sum}>
              {sums.map((sum) => (
                <div key={sum.currency}>
                  <Money {...sum} exact />
                </div>
              ))}
            </td>
            <td colSpan={1 + columns} />
          </tr>
        </tfoot>
      </table>
    </div>
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
      </td>
      <td className={classes.lacks}>
        <Lacks row={row} common={props.common} />
      </td>
      {APART.slice(APART.length - columns).map((fact) => (
        <td key={fact} className={fact === "court" ? classes.court : classes.number}>
          <TextInput
            size="xs"
            aria-label={`${t(`steps.fact.of.${fact}`)}: ${claim.id}`}
            value={row[fact]}
            maxLength={300}
            disabled={!row.isChosen}
            onChange={(event) => onApart({ [fact]: event.currentTarget.value })}
          />
        </td>
      ))}
    </tr>
  );
}

function Lacks({ row, common }: { row: StepRow; common: ReadonlySet<ReadinessCode> }) {
  const { t } = useTranslation();
  const own = row.missing.filter((code) => !common.has(code));
  return (
    <>
      {row.why !== null && <div className={classes.why}>{row.why}</div>}
      {row.differs && <div className={classes.warning}>{t("cases.claims.changed")}</div>}
      {row.missing.length === 0 ? (
        t("bulk.ready")
      ) : (
        <div className={classes.warning}>{t("bulk.lacks", { count: row.missing.length })}</div>
      )}
      {own.length > 0 && (
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
function lackedByAll(rows: readonly StepRow[]): ReadonlySet<ReadinessCode> {
  const [first, ...others] = rows;
  if (first === undefined || others.length === 0) return new Set();
  return new Set(first.missing.filter((code) => others.every((row) => row.missing.includes(code))));
}
