import { Checkbox } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Claim } from "../../../contract/claims.ts";
import type { SharedText, SharedTexts } from "../../../contract/many-texts.ts";
import { AllClaims, OneClaimCells } from "./many-claims-table.tsx";
import classes from "./many-steps.module.css";
import { fieldsOf, type TextChange, type TextName } from "./shared-texts.ts";

/** A draft beside the typed words. */
export interface TextRow {
  readonly claim: Claim;
  /** As the words were read. */
  readonly version: number;
  readonly own: SharedTexts;
  readonly changes: readonly TextChange[];
  /** Words of the draft that a person lets go. */
  readonly replaced: ReadonlySet<TextName>;
  readonly isChosen: boolean;
  /** Fields that will be written. */
  readonly fields: readonly SharedText[];
}

/** Which drafts change by the typed words, and where other words stand already. */
export function ManyTextsTable(props: {
  rows: readonly TextRow[];
  onChoose: (ids: readonly string[], choose: boolean) => void;
  onReplace: (id: string, name: TextName, replace: boolean) => void;
}) {
  const { t } = useTranslation();
  const { rows } = props;
  const chosen = rows.filter((row) => row.isChosen).length;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls is reached by keyboard
    <div className={classes.scroll} tabIndex={0}>
      <table className={classes.table} aria-label={t("bulk.texts.title")}>
        <thead>
          <tr>
            <AllClaims
              open={rows.map(({ claim }) => claim.id)}
              chosen={chosen}
              onChoose={props.onChoose}
            />
            <th scope="col">{t("bulk.steps.claim")}</th>
            <th scope="col">{t("bulk.steps.parties")}</th>
            <th scope="col">{t("bulk.texts.fills")}</th>
            <th scope="col">{t("bulk.texts.other")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.claim.id} row={row} {...props} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({
  row,
  onChoose,
  onReplace,
}: Pick<Parameters<typeof ManyTextsTable>[0], "onChoose" | "onReplace"> & { row: TextRow }) {
  const { t } = useTranslation();
  const { claim, own, changes } = row;
  const words = (text: TextName) => t(`dossier.written.${text}`);
  const fills = changes.filter((change) => change.fills.length > 0);
  const other = changes.filter((change) => change.replaces.length > 0);
  return (
    <tr data-left={!row.isChosen || undefined}>
      <OneClaimCells
        claim={claim}
        isChosen={row.isChosen}
        onChoose={(choose) => onChoose([claim.id], choose)}
      />
      <td className={classes.lacks}>
        {fills.length === 0 ? "—" : fills.map((change) => words(change.name)).join("; ")}
      </td>
      <td>
        <div className={classes.other}>
          {other.map((change) => (
            <Checkbox
              key={change.name}
              size="xs"
              label={t("bulk.texts.replace", { what: words(change.name) })}
              description={fieldsOf(change.name)
                .filter((field) => change.replaces.includes(field))
                .map((field) => shown(own[field] ?? "", field))
                .join(" · ")}
              checked={row.replaced.has(change.name)}
              disabled={!row.isChosen}
              onChange={(event) => onReplace(claim.id, change.name, event.currentTarget.checked)}
            />
          ))}
          {other.length === 0 && "—"}
        </div>
      </td>
    </tr>
  );

  /** The words that stand there now, as far as a line of the table shows them. */
  function shown(text: string, field: SharedText): string {
    if (field === "fee")
      return text === "pay" || text === "exempt" ? t(`dossier.fees.${text}`) : text;
    return text.length > MOST_SHOWN ? `«${text.slice(0, MOST_SHOWN)}…»` : `«${text}»`;
  }
}

const MOST_SHOWN = 120;
