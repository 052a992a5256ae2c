import { accountNotes } from "../../contract/account-notes.ts";
import { assets } from "../../contract/assets.ts";
import { auditLog } from "../../contract/audit-log.ts";
import { caseFiles } from "../../contract/case-files.ts";
import { caseMembers } from "../../contract/case-members.ts";
import { caseViews } from "../../contract/case-views.ts";
import { cases } from "../../contract/cases.ts";
import { claims } from "../../contract/claims.ts";
import { detection } from "../../contract/detection.ts";
import { dossiers } from "../../contract/dossier.ts";
import type { Endpoint } from "../../contract/endpoint.ts";
import { evidence } from "../../contract/evidence.ts";
import { exploring } from "../../contract/exploring.ts";
import { growing } from "../../contract/growing.ts";
import { jobs as jobsContract } from "../../contract/jobs.ts";
import { joint } from "../../contract/joint.ts";
import { ledgers } from "../../contract/ledger.ts";
import { letters } from "../../contract/letters.ts";
import { loading } from "../../contract/loading.ts";
import { manySteps } from "../../contract/many-steps.ts";
import { manyTexts } from "../../contract/many-texts.ts";
import { measures } from "../../contract/measures.ts";
import { measuresImport } from "../../contract/measures-import.ts";
import { measuresSummary } from "../../contract/measures-summary.ts";
import { operators } from "../../contract/operators.ts";
import { outgoing } from "../../contract/outgoing.ts";
import { overview } from "../../contract/overview.ts";
import { overviewRecords } from "../../contract/overview-records.ts";
import { papers } from "../../contract/papers.ts";
import { provider } from "../../contract/provider.ts";
import { reports } from "../../contract/reports.ts";
import { retention } from "../../contract/retention.ts";
import { secondFactor } from "../../contract/second-factor.ts";
import { session } from "../../contract/session.ts";
import { signIns } from "../../contract/sign-ins.ts";
import { stepCorrections } from "../../contract/step-corrections.ts";
import { tracing } from "../../contract/tracing.ts";
import { users } from "../../contract/users.ts";
import { watching } from "../../contract/watching.ts";
import { accountNotesHandlers } from "../account-notes/account-notes.handlers.ts";
import type { Handlers } from "../api/handlers.ts";
import { assetsHandlers } from "../assets/assets.handlers.ts";
import { auditLogHandlers } from "../auditing/log.handlers.ts";
import { caseFilesHandlers } from "../case-files/case-files.handlers.ts";
import { casesHandlers } from "../cases/cases.handlers.ts";
import { caseMembersHandlers } from "../cases/members.handlers.ts";
import { caseViewsHandlers } from "../cases/views.handlers.ts";
import { dossierOf } from "../claims/claim-dossiers.store.ts";
import { claimsHandlers } from "../claims/claims.handlers.ts";
import { joinedTransfersLeaveRoom } from "../claims/joined-transfers.store.ts";
import { jointHandlers } from "../claims/joint.handlers.ts";
import { ledgerHandlers } from "../claims/ledger.handlers.ts";
import { reportsLeaveCase } from "../claims/left-case.store.ts";
import { manyStepsHandlers } from "../claims/many-steps.handlers.ts";
import { manyTextsHandlers } from "../claims/many-texts.handlers.ts";
import { lockMoney } from "../claims/record.ts";
import { reworkAllDrafts, reworkWherePossible } from "../claims/rework.store.ts";
import { stepCorrectionsHandlers } from "../claims/step-corrections.handlers.ts";
import { detectionHandlers } from "../detection/detection.handlers.ts";
import { dossierHandlers } from "../dossier/dossier.handlers.ts";
import { evidenceHandlers } from "../evidence/evidence.handlers.ts";
import { lettersHandlers } from "../evidence/letters/letters.handlers.ts";
import { papersHandlers } from "../evidence/papers/papers.handlers.ts";
import { exploringHandlers } from "../exploring/exploring.handlers.ts";
import { growingHandlers } from "../exploring/growing.handlers.ts";
import { jobsHandlers } from "../jobs/jobs.handlers.ts";
import type { Jobs } from "../jobs/jobs.ts";
import { loadingHandlers } from "../loading/loading.handlers.ts";
import { measuresImportHandlers } from "../measures/importing/import.handlers.ts";
import { lettersRegister } from "../measures/letters/letters-register.ts";
import { outgoingHandlers } from "../measures/letters/outgoing.handlers.ts";
import { measuresHandlers } from "../measures/measures.handlers.ts";
import { measuresSummaryHandlers } from "../measures/summary/summary.handlers.ts";
import type { Database } from "../neo4j/database.ts";
import { operatorsHandlers } from "../operators/operators.handlers.ts";
import { overviewHandlers, overviewRecordsHandlers } from "../overview/overview.handlers.ts";
import { askedInReport } from "../reports/asked-in-report.store.ts";
import { reportsHandlers } from "../reports/reports.handlers.ts";
import { reportsLeaveRoom } from "../reports/withdrawn-table.store.ts";
import { retentionHandlers } from "../retention/retention.handlers.ts";
import { tracingHandlers } from "../tracing/tracing.handlers.ts";
import type { Backoff } from "../users/backoff.ts";
import { type AwaitedSignIns, providerHandlers } from "../users/provider.handlers.ts";
import { secondFactorHandlers } from "../users/second-factor.handlers.ts";
import { signInsHandlers } from "../users/sign-ins.handlers.ts";
import { sessionHandlers, usersHandlers } from "../users/users.handlers.ts";
import type { Visit } from "../users/visit.ts";
import { watchingHandlers } from "../watching/watching.handlers.ts";
import type { MountedGroup } from "./mount.ts";

export interface Dependencies {
  readonly database: Database;
  readonly jobs: Jobs;
  readonly backoff: Backoff;
}

/** Everything the API can do. A new capability adds its line here. */
export function groups(dependencies: Dependencies): MountedGroup[] {
  const awaited: AwaitedSignIns = new Map();
  const register = lettersRegister(dependencies.database);
  return [
    visiting(session, (visit) => sessionHandlers(dependencies, visit)),
    visiting(provider, (visit) => providerHandlers({ ...dependencies, awaited }, visit)),
    visiting(secondFactor, (visit) => secondFactorHandlers(dependencies, visit)),
    visiting(signIns, (visit) => signInsHandlers(dependencies, visit)),
    mounted(users, usersHandlers(dependencies)),
    mounted(auditLog, auditLogHandlers(dependencies)),
    mounted(retention, retentionHandlers(dependencies)),
    mounted(jobsContract, jobsHandlers(dependencies)),
    mounted(overview, overviewHandlers(dependencies)),
    mounted(overviewRecords, overviewRecordsHandlers(dependencies)),
    mounted(watching, watchingHandlers(dependencies)),
    mounted(detection, detectionHandlers(dependencies)),
    mounted(exploring, exploringHandlers(dependencies)),
    mounted(growing, growingHandlers(dependencies)),
    mounted(accountNotes, accountNotesHandlers(dependencies)),
    mounted(operators, operatorsHandlers(dependencies)),
    mounted(
      loading,
      loadingHandlers({
        ...dependencies,
        changed: draftsFollow(dependencies),
        leaveRoom: reportsLeaveRoom,
        joinedLeaveRoom: joinedTransfersLeaveRoom,
      }),
    ),
    mounted(tracing, tracingHandlers(dependencies)),
    mounted(
      cases,
      casesHandlers({
        ...dependencies,
        changed: draftsOfCaseFollow(dependencies),
        claimsBeside: { hold: lockMoney, leaveRoom: reportsLeaveCase },
      }),
    ),
    mounted(caseMembers, caseMembersHandlers(dependencies)),
    mounted(caseViews, caseViewsHandlers(dependencies)),
    mounted(caseFiles, caseFilesHandlers(dependencies)),
    mounted(dossiers, dossierHandlers({ ...dependencies, dossierOf })),
    mounted(claims, claimsHandlers(dependencies)),
    mounted(manySteps, manyStepsHandlers(dependencies)),
    mounted(stepCorrections, stepCorrectionsHandlers(dependencies)),
    mounted(manyTexts, manyTextsHandlers(dependencies)),
    mounted(joint, jointHandlers(dependencies)),
    mounted(assets, assetsHandlers(dependencies)),
    mounted(ledgers, ledgerHandlers(dependencies)),
    // Before the register itself: "/measures/:id" would take its addresses.
    mounted(measuresImport, measuresImportHandlers(dependencies)),
    mounted(measuresSummary, measuresSummaryHandlers(dependencies)),
    mounted(measures, measuresHandlers({ ...dependencies, askedInReport })),
    mounted(evidence, evidenceHandlers(dependencies)),
    mounted(letters, lettersHandlers({ ...dependencies, register })),
    mounted(outgoing, outgoingHandlers({ ...dependencies, askedInReport })),
    mounted(papers, papersHandlers({ ...dependencies, register })),
    mounted(reports, reportsHandlers({ ...dependencies, changed: draftsFollow(dependencies) })),
  ];
}

/** Drafts of claims follow the data. */
export function draftsFollow({
  database,
}: Pick<Dependencies, "database">): (by: string) => Promise<void> {
  return (by) => reworkAllDrafts(database, { by, at: Date.now() });
}

/** The same for one case, after something was added to it. */
function draftsOfCaseFollow({
  database,
}: Dependencies): (caseId: string, by: string) => Promise<void> {
  return (caseId, by) => reworkWherePossible(database, caseId, { by, at: Date.now() });
}

type Group = Readonly<Record<string, Endpoint>>;

function mounted<Contract extends Group>(
  group: Contract,
  handlers: Handlers<Contract>,
): MountedGroup {
  return { group, handlers: () => handlers as ReturnType<MountedGroup["handlers"]> };
}

/** For handlers that need the request's cookie. */
function visiting<Contract extends Group>(
  group: Contract,
  handlers: (visit: Visit) => Handlers<Contract>,
): MountedGroup {
  return { group, handlers: handlers as MountedGroup["handlers"] };
}
