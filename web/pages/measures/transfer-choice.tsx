import { Select } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useTranslation } from "react-i18next";
import { formatAccount } from "../../../contract/format/accounts.ts";
import { formatDateTime } from "../../../contract/format/dates.ts";
import { formatMoney } from "../../../contract/format/money.ts";
import { useLosses } from "../../data/measures.ts";
import { useLanguage } from "../../i18n/use-language.ts";

/**
 * The stolen transfer of an entry, chosen from those of its account, crime reports and claim: day,
 * sum, payer and account. Nobody has to know an id.
 */
export function TransferChoice(props: {
  /** What the form says so far. */
  texts: {
    readonly account?: string;
    readonly reports?: string;
    readonly claim?: string;
    readonly transfer?: string;
  };
  onChange: (transfer: string) => void;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { account = "", reports = "", claim = "", transfer = "" } = props.texts;
  const [asked] = useDebouncedValue(JSON.stringify([account, reports, claim]), 300);
  const [ofAccount, ofReports, ofClaim] = JSON.parse(asked) as string[];
  const found = useLosses({
    account: ofAccount?.trim(),
    reports: ofReports?.trim(),
    claim: ofClaim?.trim(),
  });
  const options = (found.data?.transfers ?? []).map((one) => {
    const money = (sum: string) => formatMoney(sum, one.currency, language, true);
    const parts = [
      formatDateTime(one.at, language),
      money(one.amount),
      `${one.payer ?? formatAccount(one.from)} → ${formatAccount(one.account)}`,
      one.left !== one.amount && t("measures.transferLeft", { sum: money(one.left) }),
    ];
    return { value: one.id, label: parts.filter(Boolean).join(", ") };
  });
  const isKnown = transfer === "" || options.some(({ value }) => value === transfer);
  const named = [account, reports, claim].some((text) => text.trim() !== "");
  return (
    <Select
      size="xs"
      label={t("measures.fields.transfer")}
      placeholder={t(named ? "measures.transferHint" : "measures.transferFirst")}
      data={isKnown ? options : [...options, { value: transfer, label: transfer }]}
      value={transfer === "" ? null : transfer}
      clearable
      nothingFoundMessage={t("measures.transferNone")}
      onChange={(value) => props.onChange(value ?? "")}
    />
  );
}
