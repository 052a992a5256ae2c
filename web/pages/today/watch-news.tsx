import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { formatAccount } from "../../../contract/format/accounts.ts";
import type { News } from "../../../contract/news.ts";
import { useWatchSeen } from "../../data/watching.ts";
import { accountsAddress, searchLink } from "../../frame/hit-address.ts";
import { useNotify } from "../../ui/use-notify.ts";
import classes from "./today.module.css";

/** What new files have of the things that the person watches; read lines are put away. */
export function NewsOfWatches({ watched, searches }: Pick<News, "watched" | "searches">) {
  const { t } = useTranslation();
  return (
    <>
      {watched.map(({ id, kind, what, title, accounts, count, file }) => (
        <WatchLine
          key={id}
          id={id}
          to={accountsAddress(accounts)}
          title={t(`today.news.watched.${kind === "person" ? "person" : "account"}`, {
            count,
            what: title ?? (kind === "account" ? formatAccount(what) : what),
          })}
          about={[title && (kind === "account" ? formatAccount(what) : what), file]}
        />
      ))}
      {searches.map(({ id, what, count, hits }) => (
        <WatchLine
          key={id}
          id={id}
          {...searchLink(what)}
          title={t("today.news.watched.search", { count, what })}
          about={hits.map((hit) => hit.title)}
        />
      ))}
    </>
  );
}

function WatchLine(props: {
  id: string;
  to: string;
  state?: unknown;
  title: string;
  about: readonly (string | null)[];
}) {
  const { t } = useTranslation();
  const notify = useNotify();
  const seen = useWatchSeen();
  return (
    <div className={classes.line}>
      <Link className={classes.lineMain} to={props.to} state={props.state}>
        <span className={classes.lineTitle}>{props.title}</span>
        <span className={classes.lineSub}>{props.about.filter(Boolean).join(" · ")}</span>
      </Link>
      <Button
        size="compact-xs"
        variant="subtle"
        loading={seen.isPending}
        aria-label={t("today.news.readOne", { what: props.title })}
        onClick={() => seen.mutate(props.id, { onError: notify.failed })}
      >
        {t("today.news.read")}
      </Button>
    </div>
  );
}
