import { Button } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useTranslation } from "react-i18next";
import { formatAccount } from "../../../contract/format/accounts.ts";
import { useCandidates } from "../../data/first-hour.ts";
import { Card } from "../../ui/panel.tsx";
import { type FormState, requestOf, type Stolen } from "./form-state.ts";
import { InData } from "./in-data.tsx";
import { KeptTransfers } from "./kept-transfers.tsx";
import { ReportFields } from "./report-fields.tsx";
import classes from "./reports.module.css";
import type { useReportForm } from "./use-report-form.ts";

/** A person stops typing for so long before the text or the form is looked at again. */
export const PAUSE = 350;

/** The transfers of the data that may be the one that the form shows. */
export function useLookedUp(state: FormState) {
  const [described] = useDebouncedValue(requestOf(state), PAUSE);
  const candidates = useCandidates(described).data?.candidates;
  return { described: described !== null, candidates };
}

/** The fields of a report, the transfers that were kept, and those of the data to choose from. */
export function EntryForm(props: {
  form: ReturnType<typeof useReportForm>;
  shown: Stolen | null;
  chosen: string | null;
  lookedUp: ReturnType<typeof useLookedUp>;
  /** The report has its number already. */
  numbered?: boolean;
}) {
  const { t } = useTranslation();
  const { form, shown, chosen, lookedUp, numbered = false } = props;
  return (
    <>
      <Card>
        <ReportFields state={form.state} numbered={numbered} onChange={form.change} />
        {form.wrongAccount !== null && (
          <p className={classes.quiet}>
            {t("reports.several.alsoWrong", { account: formatAccount(form.wrongAccount) })}{" "}
            <Button size="compact-xs" onClick={form.changeAccountOfAll}>
              {t("reports.several.changeAll")}
            </Button>
          </p>
        )}
        <KeptTransfers
          kept={form.kept}
          onEdit={(place) => form.edit(place, shown)}
          onRemove={form.remove}
          onAnother={shown === null ? null : () => form.another(shown)}
        />
      </Card>
      <InData {...lookedUp} chosen={chosen} onChoose={form.setChosen} />
    </>
  );
}
