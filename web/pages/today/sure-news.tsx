import type { SurePair } from "../../../contract/report-candidates.ts";
import { reports } from "../../../contract/reports.ts";
import { useLinkSure } from "../../data/first-hour.ts";
import { useMay } from "../../data/permissions.ts";
import { ConfirmPairs, useSureWords } from "../../frame/sure-pairs.tsx";
import classes from "./today.module.css";

/** Described transfers of any reports that agree with the data in everything, confirmed at once. */
export function SureNews({ pairs }: { pairs: readonly SurePair[] }) {
  const may = useMay(reports.linkSure);
  const link = useLinkSure();
  const { title, sums } = useSureWords(pairs);
  if (pairs.length === 0) return null;
  return (
    <div className={classes.sure}>
      <span className={classes.lineTitle}>{title}</span>
      <span className={classes.lineSub}>{sums}</span>
      <ConfirmPairs pairs={pairs} may={may} link={link} />
    </div>
  );
}
