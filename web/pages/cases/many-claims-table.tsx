import { Checkbox } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Claim } from "../../../contract/claims.ts";
import classes from "./many-steps.module.css";

/** The head of the column with ticks: all claims that can be chosen, or none. */
export function AllClaims(props: {
  /** Ids of those that can be chosen. */
  open: readonly string[];
  chosen: number;
  onChoose: (ids: readonly string[], choose: boolean) => void;
}) {
  const { t } = useTranslation();
  const { open, chosen } = props;
  return (
    <th scope="col" className={classes.tick}>
      <Checkbox
        size="xs"
        aria-label={t("bulk.steps.all")}
        checked={chosen > 0 && chosen === open.length}
        indeterminate={chosen > 0 && chosen < open.length}
        disabled={open.length === 0}
        onChange={(event) => props.onChoose(open, event.currentTarget.checked)}
      />
    </th>
  );
}

/** The first cells of a claim's row: its tick, its number, and who claims from whom. */
export function OneClaimCells(props: {
  claim: Claim;
  isChosen: boolean;
  disabled?: boolean;
  onChoose: (choose: boolean) => void;
}) {
  const { t } = useTranslation();
  const { claim, isChosen, disabled = false } = props;
  const name = (party: Claim["victim"]) => party.name ?? party.iin ?? t("common.unknown");
  const defendants = [claim.defendant, ...(claim.joint?.others ?? [])];
  return (
    <>
      <td className={classes.tick}>
        <Checkbox
          size="xs"
          aria-label={claim.id}
          checked={isChosen}
          disabled={disabled}
          onChange={(event) => props.onChoose(event.currentTarget.checked)}
        />
      </td>
      <th scope="row">{claim.id}</th>
      <td>
        {name(claim.victim)} → {defendants.map(name).join(", ")}
      </td>
    </>
  );
}
