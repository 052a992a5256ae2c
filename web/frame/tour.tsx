import { Button, CloseButton } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation, useNavigate } from "react-router";
import { keptSetting } from "../data/kept-setting.ts";
import { useIsDemo } from "../data/session.ts";
import classes from "./tour.module.css";

/** Each step with the page it is about and the part of the frame that is marked meanwhile. */
const STEPS = [
  { name: "search", page: "/today", marks: "[data-tour=search]" },
  { name: "clusters", page: "/clusters", marks: 'a[href="/clusters"]' },
  { name: "explore", page: "/explore", marks: 'a[href="/explore"]' },
  { name: "cases", page: "/cases", marks: 'a[href="/cases"]' },
  { name: "keys", page: "/today", marks: "[data-tour=person]" },
] as const;

const seen = keptSetting("dg.tour.seen");
/** The tour begins on its first page, wherever the person is. */
export function useStartTour(): () => void {
  const navigate = useNavigate();
  return () => {
    seen.set(false);
    void navigate(STEPS[0].page);
  };
}

/**
 * The first visit of the demo: five steps below the pages they are about. It ends with its last
 * step, when it is closed, and when the person goes to another page.
 */
export function Tour() {
  const demo = useIsDemo();
  const done = seen.use();
  return demo && !done ? <Steps /> : null;
}

function Steps() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [at, setAt] = useState(0);
  const step = STEPS[at] ?? STEPS[0];
  const { pathname } = useLocation();
  /** The page that the person is leaving for the step's own. */
  const [from, setFrom] = useState<string | null>(null);
  const isHere = pathname === step.page || pathname === from;
  const shown = useRef(false);
  useEffect(() => {
    if (pathname === step.page) setFrom(null);
    if (isHere) shown.current = true;
    else if (shown.current) seen.set(true);
  }, [isHere, pathname, step]);
  useEffect(() => {
    const element = isHere ? document.querySelector<HTMLElement>(step.marks) : null;
    element?.classList.add(classes.marked ?? "");
    return () => element?.classList.remove(classes.marked ?? "");
  }, [isHere, step]);
  const go = (to: number) => {
    const next = STEPS[to];
    if (next === undefined) {
      seen.set(true);
      return;
    }
    setFrom(pathname);
    setAt(to);
    void navigate(next.page);
  };
  if (!isHere) return null;
  return (
    <section className={classes.card} aria-label={t("tour.label")}>
      <div className={classes.words}>
        <strong>{t(`tour.${step.name}.title`)}</strong>
        <p className={classes.text} aria-live="polite">
          {t(`tour.${step.name}.text`)}
        </p>
      </div>
      <span className={classes.count}>
        {at + 1} / {STEPS.length}
      </span>
      <span className={classes.buttons}>
        {at > 0 && (
          <Button variant="subtle" onClick={() => go(at - 1)}>
            {t("common.back")}
          </Button>
        )}
        <Button variant="filled" onClick={() => go(at + 1)}>
          {t(at + 1 === STEPS.length ? "tour.finish" : "tour.next")}
        </Button>
        <CloseButton size="sm" aria-label={t("tour.end")} onClick={() => seen.set(true)} />
      </span>
    </section>
  );
}
