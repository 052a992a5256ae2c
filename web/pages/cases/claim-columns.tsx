import { IconAlertTriangle, IconCheck } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Claim } from "../../../contract/claims.ts";
import { shortName } from "../../../contract/format/accounts.ts";
import { formatNumber } from "../../../contract/format/numbers.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { Money } from "../../ui/money.tsx";
import type { TableColumn } from "../../ui/table-column.ts";
import classes from "./cases.module.css";
import markClasses from "./claim-marks.module.css";
import type { ClaimMark } from "./claim-marks.ts";

/** The columns of the table of claims; `marks` stand under the status. */
export function useClaimColumns(
  marks: ReadonlyMap<string, readonly ClaimMark[]>,
): readonly TableColumn<Claim>[] {
  const { t } = useTranslation();
  return [
    {
      id: "number",
      head: t("cases.claims.number"),
      width: "64px",
      sort: (claim) => Number(claim.id.split("-")[1] ?? 0),
      cell: (claim) => <span className="dg-tabular dg-nowrap">{claim.id}</span>,
    },
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
      cell: (claim) => <Party party={claim.defendant} more={claim.joint?.others.length ?? 0} />,
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
      width: "minmax(140px, 0.9fr)",
      sort: (claim) => claim.status,
      cell: (claim) => (
        <span className={classes.party} title={t(`cases.claimStatus.${claim.status}`)}>
          <span
            className={
              marks.has(claim.id) || claim.method !== "direct" ? classes.partyName : classes.status
            }
          >
            {t(`cases.claimStatus.${claim.status}`)}
          </span>
          <StatusNote claim={claim} marks={marks.get(claim.id) ?? []} />
        </span>
      ),
    },
  ];
}

/** One line under the status: the marks of the claim, else the rule of a traced claim. */
function StatusNote({ claim, marks }: { claim: Claim; marks: readonly ClaimMark[] }) {
  const { t } = useTranslation();
  const words = marks.map((mark) => t(`cases.claims.marks.${mark}`)).join(" · ");
  if (marks.length > 0)
    return (
      <span
        className={markClasses.note}
        title={words}
        data-good={marks.every((mark) => mark === "paidBack") || undefined}
      >
        {marks[0] === "paidBack" ? (
          <IconCheck size={12} aria-hidden />
        ) : (
          <IconAlertTriangle size={12} aria-hidden />
        )}
        <span className={markClasses.words}>{words}</span>
      </span>
    );
  if (claim.method === "direct") return null;
  return <span className={classes.partySub}>{t(`rules.${claim.method}`)}</span>;
}

function Party({ party, more = 0 }: { party: Claim["victim"]; more?: number }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <span className={classes.party} title={party.name ?? ""}>
      <span className={classes.partyName}>
        {party.name === null ? t("common.unknown") : shortName(party.name)}
      </span>
      <span className={classes.partySub}>
        {more === 0
          ? (party.iin ?? party.accounts[0] ?? "")
          : t("joint.more", { count: more, formatted: formatNumber(more, language) })}
      </span>
    </span>
  );
}
