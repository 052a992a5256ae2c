import { useEffect, useRef, useState } from "react";
import type { FoundValue } from "../../../contract/found-values.ts";
import type { ProposedTransfer } from "../../../contract/report-proposals.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import {
  accountLeftIn,
  EMPTY,
  type FilledForm,
  type FormState,
  fieldsOf,
  formsOf,
  nextTransfer,
  type Stolen,
  shownTransfer,
  withKept,
  withProposed,
} from "./form-state.ts";

const NOTHING_FILLED: FilledForm = { state: EMPTY, chosen: null, kept: [] };

/**
 * The form of a report: the transfer it shows, those kept before, and the transfer of the data that
 * a person chose. `first` is what it holds at the beginning. Values `found` in the text go into
 * fields that nobody filled in.
 */
export function useReportForm(
  found: readonly FoundValue[] | undefined,
  first: FilledForm = NOTHING_FILLED,
) {
  const language = useLanguage();
  const [state, setState] = useState<FormState>(first.state);
  const [chosen, setChosen] = useState<string | null>(first.chosen);
  const [kept, setKept] = useState<readonly Stolen[]>(first.kept);
  /** The recipient's account of the shown transfer before anybody changed it. */
  const [began, setBegan] = useState(first.state.recipientAccount);
  const proposed = useRef<Partial<FormState>>({});
  useEffect(() => {
    if (found === undefined) return;
    const next = fieldsOf(found, language);
    const before = proposed.current;
    proposed.current = next;
    setState((now) => withProposed(now, next, before));
  }, [found, language]);
  const wrongAccount = accountLeftIn(kept, began, state.recipientAccount.trim());
  return {
    state,
    chosen,
    kept,
    /** The account that was changed here and still stands in a kept transfer. */
    wrongAccount,
    /** Puts the shown account into the kept transfers that have the one before it. */
    changeAccountOfAll: () =>
      setKept((before) =>
        before.map((one) =>
          one.recipient.account === wrongAccount
            ? {
                ...{ ...one, transferId: null },
                recipient: { ...one.recipient, account: state.recipientAccount.trim() },
              }
            : one,
        ),
      ),
    setChosen,
    change: (changes: Partial<FormState>) => setState((now) => ({ ...now, ...changes })),
    /** Fills fields that are still empty. */
    propose: (fields: Partial<FormState>) => setState((now) => withProposed(now, fields, {})),
    remove: (place: number) => setKept((before) => before.filter((_, at) => at !== place)),
    /** Keeps the shown transfer and begins another one. */
    another: (shown: Stolen) => {
      setKept((before) => [...before, shown]);
      setState(nextTransfer);
      setBegan(state.recipientAccount);
      setChosen(null);
      // Proposals of the text belong to the transfer that was kept.
      proposed.current = {};
    },
    /** The shown transfer and a kept one change places. */
    edit: (place: number, shown: Stolen | null) => {
      const wanted = kept[place];
      if (wanted === undefined) return;
      setKept((before) => before.flatMap((one, at) => (at === place ? (shown ?? []) : one)));
      setState((now) => withKept(now, wanted, language));
      setBegan(wanted.recipient.account ?? "");
      setChosen(wanted.transferId ?? null);
      proposed.current = {};
    },
    /** All transfers that the text tells of; the last one is shown. */
    takeAll: (transfers: readonly ProposedTransfer[]) => {
      const states = formsOf(state, transfers, proposed.current, language);
      setKept(states.slice(0, -1).flatMap((one) => shownTransfer(one, null) ?? []));
      setState(states.at(-1) ?? state);
      setChosen(null);
      // What the text says of the others is not of the one that is shown.
      proposed.current = {};
    },
  };
}
