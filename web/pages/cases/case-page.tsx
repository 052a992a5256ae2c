import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { formatNumber } from "../../../contract/format/numbers.ts";
import type { LeftOut } from "../../../contract/not-claimed.ts";
import type { TraceMethod } from "../../../contract/tracing.ts";
import {
  useCase,
  useClaims,
  useClaimsToday,
  useEvidence,
  useFigures,
  useOpenClaims,
} from "../../data/cases.ts";
import { useConfirming } from "../../data/first-hour.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { LoadingRows } from "../../ui/loading-rows.tsx";
import { Sums } from "../../ui/money.tsx";
import { Page } from "../../ui/page.tsx";
import { Figure, Figures } from "../../ui/panel.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { useAddressState } from "../../ui/use-address-state.ts";
import { useNotify } from "../../ui/use-notify.ts";
import { AddReports } from "./add-reports.tsx";
import { CaseHead } from "./case-head.tsx";
import { CaseInside } from "./case-inside.tsx";
import { ClosedNotice, RenameCase } from "./case-menu.tsx";
import { CaseSure } from "./case-sure.tsx";
import classes from "./cases.module.css";
import { claimMarks } from "./claim-marks.ts";
import { ClaimPanel } from "./claim-panel.tsx";
import { ClaimsAtOnce } from "./claims-at-once.tsx";
import { ClaimsTable } from "./claims-table.tsx";
import { defendantsOf } from "./defendants.ts";
import { ManyClaims } from "./many-claims.tsx";
import { NotClaimed } from "./not-claimed.tsx";
import { SignedNotice } from "./signed-notice.tsx";

/** The case of the address; nothing said of one case is left standing under the next one. */
export function CasePage() {
  const { id = "" } = useParams();
  return <OneCase key={id} id={id} />;
}

/** One case: what is claimed from whom, each sum down to file and row, and the evidence package. */
function OneCase({ id }: { id: string }) {
  const { t } = useTranslation();
  const notify = useNotify();
  const language = useLanguage();
  const address = useAddressState();
  const query = useCase(id);
  const claimQuery = useClaims(id);
  const today = useClaimsToday(id);
  const figures = useFigures(id);
  const evidence = useEvidence(id);
  const confirming = useConfirming();
  const openClaims = useOpenClaims(id, query.data?.version ?? 0);
  const [asked, setAsked] = useState<"reports" | "title" | null>(null);
  const shown = (form: "reports" | "title") => () => setAsked(asked === form ? null : form);
  const [further, setFurther] = useState<TraceMethod | "bulk" | null>(null);
  if (query.isPending || claimQuery.isPending) return <LoadingRows />;
  const failed = query.isError ? query : claimQuery.isError ? claimQuery : null;
  if (failed !== null || !query.data || !claimQuery.data) {
    return (
      <Page>
        <ProblemNotice error={failed?.error} onRetry={() => void failed?.refetch()} />
      </Page>
    );
  }
  const found = query.data;
  const claims = claimQuery.data.claims;
  const rule = claims.map((claim) => claim.method).find((method) => method !== "direct");
  const selected = claims.find((claim) => claim.id === address.get("claim")) ?? claims[0];
  return (
    <Page>
      <CaseHead
        found={found}
        rule={rule}
        adding={asked === "reports"}
        onAdding={shown("reports")}
        onRename={shown("title")}
        exporting={evidence.isPending}
        onExport={(language, disclosure = false) =>
          evidence.mutate({ language, disclosure }, { onError: notify.failed })
        }
      />
      <ClosedNotice found={found} />
      {asked === "title" && <RenameCase found={found} onClose={() => setAsked(null)} />}
      {asked === "reports" && (
        <AddReports caseId={found.id} version={found.version} onClose={() => setAsked(null)} />
      )}
      {evidence.data && <SignedNotice {...evidence.data} onClose={() => evidence.reset()} />}
      {today.isError && <ProblemNotice error={today.error} onRetry={() => void today.refetch()} />}
      {found.status === "open" && <CaseSure id={found.id} />}
      <NotClaimed
        caseId={found.id}
        claims={claims}
        opened={openClaims.data?.leftOut ?? []}
        onClose={() => openClaims.reset()}
      />
      <Figures>
        <Figure label={t("cases.figures.amount")} value={<Sums sums={found.sums} />} />
        <Figure label={t("cases.figures.claimed")} value={<Sums sums={found.claimed} />} />
        {(today.data?.recovered.length ?? 0) > 0 && (
          <Figure
            label={t("cases.figures.recovered")}
            value={<Sums sums={today.data?.recovered ?? []} />}
          />
        )}
        <Figure label={t("cases.figures.claims")} value={formatNumber(found.claims, language)} />
        <Figure label={t("cases.figures.victims")} value={formatNumber(found.victims, language)} />
        <Figure
          label={t("cases.figures.defendants")}
          value={formatNumber(defendantsOf(claims), language)}
        />
        {found.droppers > 0 && (
          <Figure
            label={t("cases.figures.droppers")}
            value={formatNumber(found.droppers, language)}
          />
        )}
      </Figures>
      <CaseInside found={found} claims={claims} />
      <ManyClaims found={found} rule={rule} chosen={further} onClose={() => setFurther(null)} />
      <ClaimsAtOnce caseId={found.id} claims={claims} today={today.data?.claims ?? []} />
      <div className={classes.columns}>
        <ClaimsTable
          claims={claims}
          marks={claimMarks(claims, today.data?.claims ?? [])}
          selected={selected?.id ?? null}
          opening={openClaims.isPending || confirming}
          onSelect={(claim) => address.set({ claim: claim.id })}
          onBulk={() => setFurther("bulk")}
          onOpenFurther={setFurther}
          onOpenClaims={() =>
            openClaims.mutate(
              { method: "direct" },
              {
                onError: notify.failed,
                onSuccess: ({ opened, leftOut }) =>
                  notify.done(
                    opened === 0
                      ? t(`cases.claims.${leftOut.some(isOpen) ? "noneNew" : "existing"}`)
                      : t("cases.claims.opened", {
                          count: opened,
                          formatted: formatNumber(opened, language),
                        }),
                  ),
              },
            )
          }
        />
        <ClaimPanel
          key={selected?.id}
          caseId={found.id}
          version={found.version}
          figures={(figures.data?.figures ?? []).filter((one) => one.claim === selected?.id)}
          claim={selected}
          today={today.data?.claims.find((one) => one.claim === selected?.id)}
        />
      </div>
    </Page>
  );
}

/** A reported transfer that a claim would still be opened for, once the reason is gone. */
function isOpen({ reason }: LeftOut): boolean {
  return reason !== "already-claimed" && reason !== "returned";
}
