import { Loader } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useRecovering } from "../api/recovering.ts";
import classes from "./frame.module.css";

/**
 * Shown while the database comes back; queries ask again by themselves and the first answer takes
 * it away.
 */
export function RecoveringBanner() {
  const { t } = useTranslation();
  if (!useRecovering()) return null;
  return (
    <div className={classes.banner} role="status">
      <Loader size={14} color="var(--dg-warn)" />
      <span>
        <strong>{t("frame.recovering.title")}</strong> {t("frame.recovering.text")}
      </span>
    </div>
  );
}
