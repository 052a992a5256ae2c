import { figures } from "../../../contract/texts/kk/figures.ts";
import { reasons } from "../../../contract/texts/kk/reasons.ts";
import { rules } from "../../../contract/texts/kk/rules.ts";
import { warnings } from "../../../contract/texts/kk/warnings.ts";
import { account } from "./account.ts";
import { roles } from "./account-roles.ts";
import { admin } from "./admin.ts";
import { bulk } from "./bulk.ts";
import { cases } from "./cases.ts";
import { clusters } from "./clusters.ts";
import { common } from "./common.ts";
import { dossier } from "./dossier.ts";
import { explore } from "./explore.ts";
import { files } from "./files.ts";
import { frame } from "./frame.ts";
import { help } from "./help.ts";
import { joint } from "./joint.ts";
import { keys } from "./keys.ts";
import { ledger } from "./ledger.ts";
import { letters } from "./letters.ts";
import { load } from "./load.ts";
import { log } from "./log.ts";
import { measures } from "./measures.ts";
import { notes } from "./notes.ts";
import { parameters } from "./parameters.ts";
import { problems } from "./problems.ts";
import { reports } from "./reports.ts";
import { retention } from "./retention.ts";
import { signIn } from "./sign-in.ts";
import { sources } from "./sources.ts";
import { steps } from "./steps.ts";
import { summary } from "./summary.ts";
import { today } from "./today.ts";
import { tour } from "./tour.ts";
import { views } from "./views.ts";
import { watching } from "./watching.ts";

export const kk = {
  account,
  admin,
  bulk,
  cases,
  clusters,
  common,
  dossier,
  explore,
  files,
  figures,
  frame,
  help,
  joint,
  keys,
  ledger,
  letters,
  load,
  log,
  measures,
  notes,
  parameters,
  problems,
  reasons,
  reports,
  retention,
  roles,
  rules,
  signIn,
  sources,
  steps,
  summary,
  today,
  tour,
  views,
  watching,
  warnings,
};
