import { Button } from "@mantine/core";
import {
  IconChartDots3,
  IconFileDescription,
  IconPin,
  IconPinFilled,
  IconRoute,
} from "@tabler/icons-react";
import type { ComponentProps } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { type CaseRow, cases } from "../../../contract/cases.ts";
import { formatDate } from "../../../contract/format/dates.ts";
import { setOpenCase, useOpenCase } from "../../data/open-case.ts";
import { useMay } from "../../data/permissions.ts";
import { type Method, traceAddress } from "../../data/trace-address.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { PageHead } from "../../ui/panel.tsx";
import { useActor } from "../../ui/use-actor.ts";
import { CaseMenu } from "./case-menu.tsx";
import classes from "./cases.module.css";
import { ExportButton } from "./export-button.tsx";

/** The title of a case and the actions on it: pin it, add reports, trace, explore, export. */
export function CaseHead({
  found,
  rule,
  adding,
  onAdding,
  onRename,
  exporting,
  onExport,
}: {
  found: CaseRow & { readonly reports: readonly string[]; readonly clusters: readonly string[] };
  /** The rule its money was traced by; undefined where all claims are direct. */
  rule: Method | undefined;
  /** The form that adds reports is open. */
  adding: boolean;
  onAdding: () => void;
  onRename: () => void;
  exporting: boolean;
  onExport: ComponentProps<typeof ExportButton>["onExport"];
}) {
  const { t } = useTranslation();
  const actor = useActor();
  const language = useLanguage();
  const open = useOpenCase();
  const mayWrite = useMay(cases.addReports) && found.status === "open";
  const here = open?.id === found.id;
  return (
    <PageHead
      title={found.title}
      lead={
        <span className={classes.titleRow}>
          <span className={classes.tag}>{found.id}</span>
          <span className={classes.tag}>{t(`cases.status.${found.status}`)}</span>
          {t("cases.openedBy", {
            date: formatDate(found.openedAt, language),
            person: actor(found.openedBy),
          })}
        </span>
      }
    >
      <Button
        leftSection={here ? <IconPinFilled size={15} /> : <IconPin size={15} />}
        aria-pressed={here}
        onClick={() => setOpenCase(here ? null : { id: found.id, title: found.title })}
      >
        {here ? t("cases.adding") : t("cases.addHere")}
      </Button>
      {mayWrite && (
        <Button
          leftSection={<IconFileDescription size={15} />}
          aria-expanded={adding}
          onClick={onAdding}
        >
          {t("cases.reports.add")}
        </Button>
      )}
      {found.reports.length > 0 && (
        <Button
          component={Link}
          to={traceAddress({ case: found.id, ...(rule ? { method: rule } : {}) })}
          leftSection={<IconRoute size={15} />}
        >
          {t("explore.trace.title")}
        </Button>
      )}
      {found.clusters[0] && (
        <Button
          component={Link}
          to={`/explore?cluster=${encodeURIComponent(found.clusters[0])}`}
          leftSection={<IconChartDots3 size={15} />}
        >
          {t("cases.explore")}
        </Button>
      )}
      <CaseMenu found={found} onRename={onRename} />
      <ExportButton busy={exporting} onExport={onExport} />
    </PageHead>
  );
}
