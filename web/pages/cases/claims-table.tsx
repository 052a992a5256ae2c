import { IconAlertTriangle, IconCircleCheck, IconScale } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { type Claim, type ClaimMethod, isStanding } from "../../../contract/claims.ts";
import { shortName } from "../../format/accounts.ts";
import { sumAmounts } from "../../format/money.ts";
import { formatNumber } from "../../format/numbers.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Money } from "../../ui/money.tsx";
import { Card } from "../../ui/panel.tsx";
import type { TableColumn } from "../../ui/table-column.ts";
import classes from "./cases.module.css";
import { OpenClaimsButton } from "./open-claims-button.tsx";

const ROW = 44;

/** True where the claim's sum is exactly the sum of its transfers. */
export function addsUp(claim: Claim): boolean {
  return sumAmounts(claim.lines.map((line) => line.amount)) === BigInt(claim.amount);
}

/**
 * One row a claim; below, the total that must be the sum of the rows, and the check that every
 * claim adds up.
 */
export function ClaimsTable(props: {
  claims: readonly Claim[];
  /** Those that differ from the data of today. */
  changed: ReadonlySet<string>;
  selected: string | null;
  opening: boolean;
  onSelect: (claim: Claim) => void;
  onOpenClaims: (method: ClaimMethod) => void;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { claims } = props;
  const columns: TableColumn<Claim>[] = [
    {
      id: "victim",
      head: t("cases.claims.victim"),
      width: "minmax(116px, 1fr)",
      sort: (claim) => claim.victim.name ?? "",
      cell: (claim) => <Party party={claim.victim} />,
    },
    {
      id: "defendant",
      head: t("cases.claims.defendant"),
      width: "minmax(116px, 1fr)",
      sort: (claim) => claim.defendant.name ?? "",
      cell: (claim) => <Party party={claim.defendant} />,
    },
    {
      id: "amount",
      head: t("cases.claims.amount"),
      width: "124px",
      align: "right",
      sort: (claim) => BigInt(claim.amount),
      cell: (claim) => <Money amount={claim.amount} currency={claim.currency} />,
    },
    {
      id: "status",
      head: t("cases.claims.status"),
      width: "minmax(104px, 0.9fr)",
      sort: (claim) => claim.status,
      cell: (claim) => (
        <span className={classes.party}>
          <span className={classes.partyName}>{t(`cases.claimStatus.${claim.status}`)}</span>
          {props.changed.has(claim.id) && (
            <span className={classes.gone}>
              <IconAlertTriangle size={13} aria-hidden /> {t("cases.claims.changed")}
            </span>
          )}
          {claim.method !== "direct" && (
            <span className={classes.partySub}>{t(`rules.${claim.method}`)}</span>
          )}
        </span>
      ),
    },
  ];
  const standing = claims.filter((claim) => isStanding(claim.status));
  const rule = standing.find((claim) => claim.method !== "direct")?.method ?? null;
  const groups = [...new Set(standing.map((claim) => `${claim.method} ${claim.currency}`))].sort();
  return (
    <Card padded={false}>
      <div className={classes.cardHead}>
        <div>
          <h2 className={classes.cardTitle}>{t("cases.claims.title")}</h2>
          <p className={classes.cardNote}>{t("cases.claims.note")}</p>
        </div>
        <OpenClaimsButton busy={props.opening} rule={rule} onOpen={props.onOpenClaims} />
      </div>
      {claims.length === 0 ? (
        <EmptyState
          icon={<IconScale size={20} />}
          title={t("cases.claims.title")}
          text={t("cases.claims.none")}
        />
      ) : (
        <div
          style={{
            height: Math.min(
              31 + claims.length * ROW + 37 + 19 * Math.max(0, groups.length - 1),
              640,
            ),
          }}
        >
          <DataTable
            label={t("cases.claims.title")}
            columns={columns}
            rows={claims}
            rowKey={(claim) => claim.id}
            rowHeight={ROW}
            selected={props.selected}
            onSelect={props.onSelect}
            minWidth={440}
            footer={
              <>
                <span>
                  {t("cases.claims.total", { count: standing.length })}{" "}
                  {claims.every(addsUp) && (
                    <span className={classes.proof}>
                      <IconCircleCheck size={14} aria-hidden />
                      {t("cases.claims.adds")}
                    </span>
                  )}
                </span>
                <span className={classes.totals}>
                  {groups.map((group) => {
                    const own = standing.filter(
                      (claim) => `${claim.method} ${claim.currency}` === group,
                    );
                    const [first] = own;
                    if (!first) return null;
                    const total = sumAmounts(own.map((claim) => claim.amount)).toString();
                    return (
                      <span key={group}>
                        {rule !== null && (
                          <span className={classes.totalWord}>
                            {first.method === "direct"
                              ? t("cases.claims.totalDirect")
                              : t("cases.claims.totalTraced", {
                                  rule: t(`rules.${first.method}`),
                                })}
                          </span>
                        )}
                        <span className={classes.sum}>
                          <Money amount={total} currency={first.currency} />
                        </span>
                      </span>
                    );
                  })}
                </span>
              </>
            }
          />
        </div>
      )}
      <span className="dg-hidden">{formatNumber(claims.length, language)}</span>
    </Card>
  );
}

export function Party({ party }: { party: Claim["victim"] }) {
  const { t } = useTranslation();
  return (
    <span className={classes.party} title={party.name ?? ""}>
      <span className={classes.partyName}>
        {party.name === null ? t("common.unknown") : shortName(party.name)}
      </span>
      <span className={classes.partySub}>{party.iin ?? party.accounts[0] ?? ""}</span>
    </span>
  );
}
