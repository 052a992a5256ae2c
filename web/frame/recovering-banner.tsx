import { Loader } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useOutage } from "../api/recovering.ts";
import classes from "./frame.module.css";

/**
 * Shown while the database comes back or the server does not answer. Queries ask again by
 * themselves, and the first answer takes it away. It moves nothing on the page.
 */
export function RecoveringBanner() {
  const { t } = useTranslation();
  const outage = useOutage();
  if (outage === null) return null;
  return (
    <div className={classes.banner} role="status">
      <Loader size={14} color="var(--dg-warn)" />
      <span>
        <strong>{t(`frame.outage.${outage}.title`)}</strong> {t(`frame.outage.${outage}.text`)}
      </span>
    </div>
  );
}
