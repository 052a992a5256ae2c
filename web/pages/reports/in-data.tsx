import type { ComponentProps } from "react";
import { useTranslation } from "react-i18next";
import { Card, Section } from "../../ui/panel.tsx";
import { CandidateChoice } from "./candidates.tsx";
import classes from "./reports.module.css";

/** Transfers of the data that may be the shown one. */
export function InData(props: {
  /** undefined while they are looked for. */
  candidates: ComponentProps<typeof CandidateChoice>["candidates"] | undefined;
  /** Enough is said to look. */
  described: boolean;
  chosen: string | null;
  onChoose: (id: string | null) => void;
}) {
  const { t } = useTranslation();
  const { candidates, described, chosen, onChoose } = props;
  return (
    <Card padded={false}>
      <Section title={t("reports.inData")}>
        <p className={classes.quiet}>
          {!described
            ? t("reports.sayMore")
            : candidates === undefined
              ? t("common.loading")
              : t(candidates.length === 0 ? "reports.notInData" : "reports.isItThis")}
        </p>
        <CandidateChoice
          candidates={described ? (candidates ?? []) : []}
          chosen={chosen}
          onChoose={onChoose}
        />
      </Section>
    </Card>
  );
}
