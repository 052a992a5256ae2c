import { Button, CopyButton } from "@mantine/core";
import { IconShieldCheck } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import classes from "./cases.module.css";

/**
 * The package that was saved and the key that signed it: the fingerprint has to reach the court by
 * another way than the package.
 */
export function SignedNotice(props: { name: string; fingerprint: string; onClose: () => void }) {
  const { t } = useTranslation();
  const groups = props.fingerprint.match(/.{1,8}/g) ?? [];
  return (
    <section className={classes.signed} role="status" aria-label={t("cases.signed.title")}>
      <IconShieldCheck size={18} aria-hidden color="var(--dg-good)" />
      <div className={classes.signedBody}>
        <strong>{t("cases.exported", { name: props.name })}</strong>
        <span className={classes.factLabel}>{t("cases.signed.fingerprint")}</span>
        <code className={classes.fingerprint}>{groups.join(" ")}</code>
        <span className={classes.cardNote}>{t("cases.signed.note")}</span>
      </div>
      <div className={classes.signedActions}>
        <CopyButton value={props.fingerprint}>
          {({ copied, copy }) => (
            <Button onClick={copy}>{copied ? t("common.copied") : t("common.copy")}</Button>
          )}
        </CopyButton>
        <Button variant="subtle" onClick={props.onClose}>
          {t("cases.signed.close")}
        </Button>
      </div>
    </section>
  );
}
