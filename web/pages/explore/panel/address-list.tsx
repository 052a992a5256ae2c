import { IconNetwork } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { formatPeriod } from "../../../../contract/format/dates.ts";
import { formatNumber } from "../../../../contract/format/numbers.ts";
import type { AddressOfAccount, Operators } from "../../../../contract/operators.ts";
import { useLanguage } from "../../../i18n/use-language.ts";
import { LoadingRows } from "../../../ui/loading-rows.tsx";
import { ProblemNotice } from "../../../ui/problem-notice.tsx";
import type { SceneControl } from "../scene/use-scene.ts";
import shared from "../shared.module.css";
import { OperatedAccounts } from "./operated-accounts.tsx";
import classes from "./operators.module.css";
import { useAddress } from "./queries.ts";

const FIRST = 4;

/**
 * Addresses by how often they were used. One that strangers share says so and links nobody; of the
 * others a click lists the accounts that were operated from there.
 */
export function AddressList({
  found,
  run,
  control,
  onStage,
}: {
  found: Operators;
  run: string | null;
  control: SceneControl;
  onStage: (account: string) => boolean;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [all, setAll] = useState(false);
  const { addresses, addressCount } = found;
  if (addresses.length === 0) return null;
  // What may link people first: it is what one looks for.
  const ordered = [...addresses].sort((left, right) => rank(left) - rank(right));
  const shown = ordered.slice(0, all ? undefined : FIRST);
  return (
    <>
      <h3 className={classes.part}>{t("explore.operators.addresses")}</h3>
      <div className={shared.sideRows}>
        {shown.map((address) => (
          <AddressRow
            key={address.ip}
            address={address}
            run={run}
            control={control}
            onStage={onStage}
          />
        ))}
      </div>
      {ordered.length > FIRST && !all && (
        <button type="button" className={shared.linkButton} onClick={() => setAll(true)}>
          {t("common.more")} · {formatNumber(ordered.length - FIRST, language)}
        </button>
      )}
      {all && addressCount > addresses.length && (
        <p className={shared.soft}>
          {t("explore.operators.rarer", {
            formatted: formatNumber(addressCount - addresses.length, language),
          })}
        </p>
      )}
    </>
  );
}

function rank({ shared: why, otherAccounts }: AddressOfAccount): number {
  if (why !== null) return 2;
  return otherAccounts > 0 ? 0 : 1;
}

function AddressRow({
  address,
  run,
  control,
  onStage,
}: {
  address: AddressOfAccount;
  run: string | null;
  control: SceneControl;
  onStage: (account: string) => boolean;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [open, setOpen] = useState(false);
  const links = address.shared === null && address.otherAccounts > 0;
  const query = useAddress(address.ip, run, open);
  const { otherAccounts } = address;
  const others = {
    count: otherAccounts,
    formatted: `${formatNumber(otherAccounts, language)}${address.more ? "+" : ""}`,
  };
  return (
    <>
      <button
        type="button"
        className={shared.sideRow}
        aria-expanded={open}
        disabled={!links}
        onClick={() => setOpen(!open)}
      >
        <IconNetwork size={14} className={shared.muted} aria-hidden />
        <span className={shared.grow}>
          <span className={classes.name}>{address.ip}</span>
          <span className={classes.sub}>
            {formatPeriod(address.first, address.last, language)} ·{" "}
            {t("explore.operators.sessions", {
              count: address.count,
              formatted: formatNumber(address.count, language),
            })}
          </span>
          {address.shared !== null && (
            <span className={classes.sub}>{t(`explore.operators.shared.${address.shared}`)}</span>
          )}
        </span>
        {links && <span className={classes.telling}>{t("explore.operators.others", others)}</span>}
      </button>
      {open && query.isError && <ProblemNotice error={query.error} />}
      {open && query.isPending && <LoadingRows rows={2} />}
      {open && query.data && (
        <div className={classes.nested}>
          <OperatedAccounts accounts={query.data.accounts} control={control} onStage={onStage} />
        </div>
      )}
    </>
  );
}
