import { ActionIcon, Tooltip } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { setOpenCase, useOpenCase } from "../data/open-case.ts";
import classes from "./frame.module.css";

/** "Adding to: …": where accounts and clusters go when a person adds them. */
export function OpenCaseChip() {
  const { t } = useTranslation();
  const open = useOpenCase();
  if (!open) return null;
  return (
    <div className={classes.chip}>
      <Link
        to={`/cases/${encodeURIComponent(open.id)}`}
        className={classes.chipText}
        title={open.title}
      >
        {t("frame.openCase.chip", { title: open.title })}
      </Link>
      <Tooltip label={t("frame.openCase.leave")}>
        <ActionIcon
          size={26}
          radius="xl"
          aria-label={t("frame.openCase.leave")}
          onClick={() => setOpenCase(null)}
        >
          <IconX size={14} />
        </ActionIcon>
      </Tooltip>
    </div>
  );
}
