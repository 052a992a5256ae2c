import { Button, TextInput } from "@mantine/core";
import { IconEye } from "@tabler/icons-react";
import { Fragment, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { formatAccount } from "../../../contract/format/accounts.ts";
import { formatDate } from "../../../contract/format/dates.ts";
import type { Watch } from "../../../contract/watching.ts";
import { useFound, useRemoveWatch, useWatches } from "../../data/watching.ts";
import { GroundDialog, GroundLine } from "../../frame/ground.tsx";
import { accountsAddress, addressOfHit, searchLink } from "../../frame/hit-address.ts";
import { useHitWords } from "../../frame/use-hit-words.ts";
import { WatchButton } from "../../frame/watch-button.tsx";
import { useLanguage } from "../../i18n/use-language.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { LoadingRows } from "../../ui/loading-rows.tsx";
import { Page } from "../../ui/page.tsx";
import { Card, PageHead, Section } from "../../ui/panel.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { useAddressState } from "../../ui/use-address-state.ts";
import classes from "./watching.module.css";

/**
 * What a person watches: accounts, people, saved searches; a search can be opened and saved here.
 */
export function WatchingPage() {
  const { t } = useTranslation();
  const query = useWatches();
  const text = useAddressState().get("q")?.trim() ?? "";
  const watches = query.data?.watches ?? [];
  return (
    <Page narrow>
      <PageHead title={t("watching.title")} lead={t("watching.lead")} />
      <Fragment key={text}>
        <SearchForm text={text} />
        {text.length >= 2 && <Found text={text} />}
      </Fragment>
      {query.isError && <ProblemNotice error={query.error} />}
      <Card padded={false}>
        <Section title={t("watching.list")}>
          {query.isPending && <LoadingRows rows={3} />}
          {query.data && watches.length === 0 && (
            <EmptyState
              icon={<IconEye size={20} />}
              title={t("watching.none.title")}
              text={t("watching.none.text")}
            />
          )}
          <ul className={classes.list}>
            {watches.map((watch) => (
              <OneWatch key={watch.id} watch={watch} />
            ))}
          </ul>
        </Section>
      </Card>
    </Page>
  );
}

/** The words of a search; what it finds stands below and can be saved. */
function SearchForm({ text }: { text: string }) {
  const { t } = useTranslation();
  const address = useAddressState();
  const [words, setWords] = useState(text);
  return (
    <form
      className={classes.search}
      onSubmit={(event) => {
        event.preventDefault();
        address.set({ q: words.trim() || null });
      }}
    >
      <TextInput
        size="xs"
        className={classes.words ?? ""}
        label={t("watching.words")}
        placeholder={t("frame.search.placeholder")}
        maxLength={200}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <Button type="submit" disabled={words.trim().length < 2}>
        {t("watching.find")}
      </Button>
    </form>
  );
}

function OneWatch({ watch }: { watch: Watch }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const remove = useRemoveWatch();
  const { kind, what, title } = watch;
  const shown = kind === "account" ? formatAccount(what) : what;
  const link = kind === "account" ? { to: accountsAddress([what]) } : searchLink(what);
  return (
    <li className={classes.row}>
      <span className={classes.kind}>{t(`watching.kinds.${kind}`)}</span>
      <span className={classes.what}>
        <Link {...link}>{title ?? shown}</Link>
        {title !== null && <span className={classes.sub}>{shown}</span>}
      </span>
      <span className={classes.sub}>
        {t("watching.since", { date: formatDate(watch.at, language) })}
      </span>
      <Button
        size="compact-sm"
        loading={remove.isPending}
        onClick={() => remove.mutate(watch.id)}
        aria-label={t("watching.stopOne", { what: title ?? shown })}
      >
        {t("watching.stop")}
      </Button>
    </li>
  );
}

/** What one search finds now; it can be saved, and each account and person watched. */
function Found({ text }: { text: string }) {
  const { t } = useTranslation();
  const hitWords = useHitWords();
  const query = useFound(text);
  const hits = query.data?.hits ?? [];
  const [asking, setAsking] = useState(false);
  return (
    <Card padded={false}>
      <Section title={t("watching.search", { text })}>
        <div className={classes.row}>
          <span className={classes.what}>
            {query.data && t("watching.found", { count: hits.length })}
          </span>
          <GroundLine masked={query.data?.masked ?? 0} onAsk={() => setAsking(true)} />
          {asking && <GroundDialog onClose={() => setAsking(false)} />}
          <WatchButton kind="search" what={text} title={null} label={t("watching.save")} />
        </div>
        {query.isPending && <LoadingRows rows={3} />}
        {query.isError && <ProblemNotice error={query.error} />}
        <ul className={classes.list} aria-label={t("watching.search", { text })}>
          {hits.map((hit) => (
            <li key={`${hit.kind} ${hit.id}`} className={classes.row}>
              <span className={classes.kind}>{t(`frame.search.${hit.kind}`)}</span>
              <span className={classes.what}>
                <Link to={addressOfHit(hit)}>{hitWords(hit).label}</Link>
                {hitWords(hit).detail !== null && (
                  <span className={classes.sub}>{hitWords(hit).detail}</span>
                )}
              </span>
              {hit.kind === "account" && (
                <WatchButton kind="account" what={hit.id} title={hit.detail} />
              )}
              {hit.kind === "holder" && hit.masked === undefined && (
                <WatchButton kind="person" what={hit.id} title={hit.title} />
              )}
            </li>
          ))}
        </ul>
      </Section>
    </Card>
  );
}
