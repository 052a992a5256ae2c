import { ActionIcon, NumberInput, Popover } from "@mantine/core";
import { IconPointerPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { formatNumber } from "../../../../contract/format/numbers.ts";
import { useLanguage } from "../../../i18n/use-language.ts";
import shared from "../shared.module.css";
import { SELECTIONS, type SelectInput, selectBy, selectByDegree } from "./select-by.ts";

/** Chooses accounts by the number of their partners, by the filter, the table, the selection. */
export function SelectTool(props: {
  input: SelectInput;
  onSelect: (accounts: readonly string[]) => void;
}) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <Popover position="bottom-end" width={320} trapFocus opened={open} onChange={setOpen}>
      <Popover.Target>
        <ActionIcon
          aria-label={t("explore.select.title")}
          title={t("explore.select.title")}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          <IconPointerPlus size={17} stroke={1.7} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        <SelectForm
          {...props}
          onSelect={(accounts) => {
            setOpen(false);
            props.onSelect(accounts);
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}

function SelectForm({
  input,
  onSelect,
}: {
  input: SelectInput;
  onSelect: (accounts: readonly string[]) => void;
}) {
  const { t } = useTranslation();
  const [least, setLeast] = useState(3);
  return (
    <div className={shared.sideRows}>
      <strong>{t("explore.select.title")}</strong>
      <NumberInput
        size="xs"
        label={t("explore.select.least")}
        min={1}
        max={10_000}
        allowDecimal={false}
        value={least}
        onChange={(value) => setLeast(Math.max(1, Number(value) || 1))}
      />
      <Choice
        label={t("explore.select.degree")}
        accounts={selectByDegree(input, least)}
        onSelect={onSelect}
      />
      {SELECTIONS.map((way) => (
        <Choice
          key={way}
          label={t(`explore.select.${way}`)}
          accounts={selectBy(input, way)}
          onSelect={onSelect}
        />
      ))}
    </div>
  );
}

/** One way of choosing, with the number of accounts it chooses. */
function Choice({
  label,
  accounts,
  onSelect,
}: {
  label: string;
  accounts: readonly string[];
  onSelect: (accounts: readonly string[]) => void;
}) {
  const language = useLanguage();
  return (
    <button
      type="button"
      className={shared.sideRow}
      disabled={accounts.length === 0}
      onClick={() => onSelect(accounts)}
    >
      <span className={shared.grow}>{label}</span>
      <span className={`${shared.muted} dg-tabular`}>
        {formatNumber(accounts.length, language)}
      </span>
    </button>
  );
}
