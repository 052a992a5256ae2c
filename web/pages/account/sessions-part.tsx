import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { formatDateTime } from "../../../contract/format/dates.ts";
import type { SignIn } from "../../../contract/sign-ins.ts";
import { useEndOtherSessions, useEndSession } from "../../data/sign-ins.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { Card, Section } from "../../ui/panel.tsx";
import { useNotify } from "../../ui/use-notify.ts";
import classes from "./account.module.css";

/** Where one is signed in; one place or all others can be signed out. */
export function SessionsPart({ sessions }: { sessions: readonly SignIn[] }) {
  const { t } = useTranslation();
  const notify = useNotify();
  const endOthers = useEndOtherSessions();
  const others = sessions.filter(({ current }) => !current);
  return (
    <Card padded={false}>
      <Section title={t("account.sessions.title")}>
        <ul className={classes.list}>
          {sessions.map((session) => (
            <OneSession key={session.id} session={session} />
          ))}
        </ul>
        {others.length > 0 && (
          <Button
            loading={endOthers.isPending}
            onClick={() =>
              endOthers.mutate(undefined, {
                onError: notify.failed,
                onSuccess: () => notify.done(t("account.sessions.othersEnded")),
              })
            }
          >
            {t("account.sessions.endOthers")}
          </Button>
        )}
      </Section>
    </Card>
  );
}

function OneSession({ session }: { session: SignIn }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const notify = useNotify();
  const end = useEndSession();
  const { id, browser, address, current, since, seenAt } = session;
  const name = browser === "" ? t("account.sessions.unknown") : browser;
  const at = (instant: number) => formatDateTime(instant, language);
  return (
    <li className={classes.item}>
      <span className={classes.what}>
        <strong>{name}</strong>
        <span className={classes.note}>
          {t("account.sessions.line", { address, since: at(since), seen: at(seenAt) })}
        </span>
      </span>
      {current ? (
        <span className={classes.note}>{t("account.sessions.current")}</span>
      ) : (
        <Button
          size="compact-sm"
          loading={end.isPending}
          aria-label={t("account.sessions.endOne", { name })}
          onClick={() => end.mutate(id, { onError: notify.failed })}
        >
          {t("account.sessions.end")}
        </Button>
      )}
    </li>
  );
}
