import { useTranslation } from "react-i18next";
import classes from "./loading-rows.module.css";

/** Quiet bars while a list arrives; says so to screen readers once. */
export function LoadingRows({ rows = 6 }: { rows?: number }) {
  const { t } = useTranslation();
  return (
    <div className={classes.root} role="status" aria-label={t("common.loading")}>
      {Array.from({ length: rows }, (_, index) => `bar-${index}`).map((key, index) => (
        <div key={key} className={classes.bar} style={{ width: `${92 - ((index * 17) % 38)}%` }} />
      ))}
    </div>
  );
}
