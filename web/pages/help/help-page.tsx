import { TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { type MouseEvent, useDeferredValue, useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, NavLink, useLocation, useNavigate, useParams } from "react-router";
import type { Language } from "../../../contract/languages.ts";
import type { GuidePage } from "../../guide/compile.ts";
import { GUIDE_PARTS, type GuidePart } from "../../guide/pages.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { LoadingRows } from "../../ui/loading-rows.tsx";
import { GuideText } from "./guide-text.tsx";
import classes from "./help.module.css";
import { guideSearch } from "./search-guide.ts";

const GUIDES: Readonly<Record<Language, () => Promise<{ pages: readonly GuidePage[] }>>> = {
  en: () => import("virtual:guide/en"),
  ru: () => import("virtual:guide/ru"),
  kk: () => import("virtual:guide/kk"),
};

/** The guide: contents and search at the left, one page of it at the right. */
export function HelpPage() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { page: name = "start" } = useParams();
  const { data } = useQuery({
    queryKey: ["guide", language],
    queryFn: () => GUIDES[language](),
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (data === undefined) return <LoadingRows />;
  const page = data.pages.find((one) => one.name === name);
  return (
    <div className={classes.help}>
      <Contents pages={data.pages} />
      {page ? <Article key={`${language} ${name}`} page={page} /> : <p>{t("help.noPage")}</p>}
    </div>
  );
}

function Contents({ pages }: { pages: readonly GuidePage[] }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState("");
  const query = useDeferredValue(typed.trim());
  const search = useMemo(() => guideSearch(pages), [pages]);
  const titles = new Map(pages.map((page) => [page.name, page.title]));
  return (
    <nav className={classes.contents} aria-label={t("help.contents")}>
      <TextInput
        type="search"
        aria-label={t("help.search")}
        placeholder={t("help.search")}
        leftSection={<IconSearch size={15} aria-hidden />}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {query === "" ? (
        (Object.keys(GUIDE_PARTS) as GuidePart[]).map((part) => (
          <section key={part}>
            <h2 className={classes.part}>{t(`help.parts.${part}`)}</h2>
            <ul className={classes.list}>
              {GUIDE_PARTS[part].map((name) => (
                <li key={name}>
                  <NavLink className={classes.link ?? ""} to={`/help/${name}`}>
                    {titles.get(name)}
                  </NavLink>
                </li>
              ))}
            </ul>
          </section>
        ))
      ) : (
        <Hits query={query} hits={search(query)} />
      )}
    </nav>
  );
}

function Hits({
  query,
  hits,
}: {
  query: string;
  hits: ReturnType<ReturnType<typeof guideSearch>>;
}) {
  const { t } = useTranslation();
  if (hits.length === 0)
    return (
      <p role="status" className={classes.none}>
        {t("help.nothing", { query })}
      </p>
    );
  return (
    <ul className={classes.list} aria-label={t("help.found")}>
      {hits.map((hit) => (
        <li key={hit.address}>
          <Link className={classes.hit ?? ""} to={hit.address}>
            <b>{hit.heading}</b>
            {hit.heading !== hit.page && <small>{hit.page}</small>}
            <span>{hit.text}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

function Article({ page }: { page: GuidePage }) {
  const { hash } = useLocation();
  const navigate = useNavigate();
  useEffect(() => {
    const place = document.getElementById(hash === "" ? "guide" : hash.slice(1));
    place?.scrollIntoView({ block: "start" });
  }, [hash]);
  const follow = (event: MouseEvent<HTMLElement>) => {
    const link = (event.target as HTMLElement).closest("a");
    if (link === null || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const { pathname, hash: part } = new URL(link.href);
    void navigate(`${pathname}${part}`);
  };
  const [head, ...parts] = page.sections;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and so must the keyboard
    <article id="guide" className={classes.article} tabIndex={0}>
      <h1 id={head?.id}>{page.title}</h1>
      {head && <GuideText html={head.html} onFollow={follow} />}
      {parts.map((part) => (
        <section key={part.id} aria-labelledby={part.id}>
          <h2 id={part.id}>{part.heading}</h2>
          <GuideText html={part.html} onFollow={follow} />
        </section>
      ))}
    </article>
  );
}
