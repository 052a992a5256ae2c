import { useCallback, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { shortAccount, shortName } from "../../../../contract/format/accounts.ts";
import { exitKey } from "../../../ui/exits.ts";
import type { Moment } from "./balances-at-moment.ts";

/** Short names of the trace's accounts: a holder, a kind of exit, else the end of the number. */
export function useTraceName(moment: Moment): (account: string) => string {
  const { t } = useTranslation();
  const accounts = useMemo(
    () => new Map(moment.accounts.map((one) => [one.account, one])),
    [moment],
  );
  return useCallback(
    (number) => {
      const account = accounts.get(number);
      if (account?.exitKind) return t(`explore.exits.${exitKey(account.exitKind)}`);
      return account?.name ? shortName(account.name) : shortAccount(number);
    },
    [accounts, t],
  );
}
