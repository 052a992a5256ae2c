import { Button, CopyButton } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { formatDate, formatDateTime } from "../../../contract/format/dates.ts";
import type { Token } from "../../../contract/sign-ins.ts";
import { useRevokeToken } from "../../data/sign-ins.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { Card, Section } from "../../ui/panel.tsx";
import { useNotify } from "../../ui/use-notify.ts";
import classes from "./account.module.css";
import { TokenForm } from "./token-form.tsx";

/** Tokens of one's scripts: made here, shown once, revoked at any time. */
export function TokensPart({ tokens }: { tokens: readonly Token[] }) {
  const { t } = useTranslation();
  const [adding, setAdding] = useState(false);
  const [made, setMade] = useState<string | null>(null);
  return (
    <Card padded={false}>
      <Section title={t("account.tokens.title")}>
        <p className={classes.note}>{t("account.tokens.lead")}</p>
        {made !== null && (
          <div className={classes.part} role="status">
            <p className={classes.note}>{t("account.tokens.once")}</p>
            <code className={classes.secret}>{made}</code>
            <div className={classes.row}>
              <CopyButton value={made}>
                {({ copied, copy }) => (
                  <Button onClick={copy}>{copied ? t("common.copied") : t("common.copy")}</Button>
                )}
              </CopyButton>
              <Button variant="subtle" onClick={() => setMade(null)}>
                {t("common.close")}
              </Button>
            </div>
          </div>
        )}
        <ul className={classes.list}>
          {tokens.map((token) => (
            <OneToken key={token.id} token={token} />
          ))}
        </ul>
        {adding ? (
          <TokenForm
            onCancel={() => setAdding(false)}
            onMade={(token) => {
              setMade(token);
              setAdding(false);
            }}
          />
        ) : (
          <Button onClick={() => setAdding(true)}>{t("account.tokens.add")}</Button>
        )}
      </Section>
    </Card>
  );
}

function OneToken({ token: { id, script, scope, until, seenAt } }: { token: Token }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const notify = useNotify();
  const revoke = useRevokeToken();
  const seen = seenAt === null ? t("account.tokens.unused") : formatDateTime(seenAt, language);
  return (
    <li className={classes.item}>
      <span className={classes.what}>
        <strong>{script}</strong>
        <span className={classes.note}>
          {t("account.tokens.line", {
            scope: t(`account.tokens.scopes.${scope}`),
            until: formatDate(until, language),
            seen,
          })}
        </span>
      </span>
      <Button
        size="compact-sm"
        loading={revoke.isPending}
        aria-label={t("account.tokens.revokeOne", { name: script })}
        onClick={() =>
          revoke.mutate(id, {
            onError: notify.failed,
            onSuccess: () => notify.done(t("account.tokens.revoked", { name: script })),
          })
        }
      >
        {t("account.tokens.revoke")}
      </Button>
    </li>
  );
}
