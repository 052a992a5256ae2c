import { IconScale } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Claim } from "../../../contract/claims.ts";
import { formatNumber } from "../../../contract/format/numbers.ts";
import type { TraceMethod } from "../../../contract/tracing.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Card } from "../../ui/panel.tsx";
import classes from "./cases.module.css";
import { useClaimColumns } from "./claim-columns.tsx";
import type { ClaimMark } from "./claim-marks.ts";
import { ClaimTotals, groupsOf } from "./claim-totals.tsx";
import { OpenClaimsButton } from "./open-claims-button.tsx";

const ROW = 44;
/** So many claims stand whole on the page; of more the list scrolls by itself. */
const MOST_WHOLE = 30;

/**
 * One row a claim; below, the total that must be the sum of the rows, and the check that every
 * claim adds up.
 */
export function ClaimsTable(props: {
  claims: readonly Claim[];
  /** What stands under the status of a claim. */
  marks: ReadonlyMap<string, readonly ClaimMark[]>;
  selected: string | null;
  opening: boolean;
  onSelect: (claim: Claim) => void;
  onOpenClaims: () => void;
  onBulk: () => void;
  onOpenFurther: (method: TraceMethod) => void;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { claims } = props;
  const columns = useClaimColumns(props.marks);
  const totals = groupsOf(claims);
  return (
    <Card padded={false}>
      <div className={classes.cardHead}>
        <div>
          <h2 className={classes.cardTitle}>{t("cases.claims.title")}</h2>
          <p className={classes.cardNote}>{t("cases.claims.note")}</p>
        </div>
        <OpenClaimsButton
          busy={props.opening}
          rule={totals.rule}
          onOpen={props.onOpenClaims}
          onBulk={props.onBulk}
          onFurther={props.onOpenFurther}
        />
      </div>
      {claims.length === 0 ? (
        <EmptyState
          icon={<IconScale size={20} />}
          title={t("cases.claims.title")}
          text={t("cases.claims.none")}
        />
      ) : (
        <DataTable
          label={t("cases.claims.title")}
          columns={columns}
          rows={claims}
          rowKey={(claim) => claim.id}
          rowHeight={ROW}
          selected={props.selected}
          onSelect={props.onSelect}
          minWidth={548}
          maxHeight={Math.max(640, (Math.min(claims.length, MOST_WHOLE) + 2) * ROW)}
          footer={<ClaimTotals claims={claims} totals={totals} />}
        />
      )}
      <span className="dg-hidden">{formatNumber(claims.length, language)}</span>
    </Card>
  );
}
