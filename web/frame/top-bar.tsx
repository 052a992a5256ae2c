import { ActionIcon, SegmentedControl, Tooltip, useMantineColorScheme } from "@mantine/core";
import { IconMoon, IconSearch, IconSun } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { LANGUAGES } from "../../contract/languages.ts";
import { useMasksPeople } from "../data/ground.ts";
import { isLanguage } from "../i18n/chosen-language.ts";
import { changeLanguage } from "../i18n/index.ts";
import { useLanguage } from "../i18n/use-language.ts";
import { Mark } from "./brand.tsx";
import classes from "./frame.module.css";
import { GroundDialog, GroundLine } from "./ground.tsx";
import { JobsMenu } from "./jobs-menu.tsx";
import { OpenCaseChip } from "./open-case-chip.tsx";
import { PersonMenu } from "./person-menu.tsx";
import { openSearch } from "./search-window.ts";

export function LanguageSwitch() {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <SegmentedControl
      aria-label={t("frame.language")}
      value={language}
      onChange={(value) => {
        if (isLanguage(value)) void changeLanguage(value);
      }}
      data={LANGUAGES.map((code) => ({ value: code, label: t(`frame.languages.${code}`) }))}
    />
  );
}

export function ThemeSwitch() {
  const { t } = useTranslation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const dark = colorScheme === "dark";
  const label = dark ? t("frame.theme.toLight") : t("frame.theme.toDark");
  return (
    <Tooltip label={label}>
      <ActionIcon aria-label={label} onClick={() => setColorScheme(dark ? "light" : "dark")}>
        {dark ? <IconSun size={17} stroke={1.7} /> : <IconMoon size={17} stroke={1.7} />}
      </ActionIcon>
    </Tooltip>
  );
}

/** Of roles that see names and IIN masked: says so, and asks for the ground that shows them. */
function MaskedNames() {
  const masks = useMasksPeople();
  const [asking, setAsking] = useState(false);
  if (!masks) return null;
  return (
    <>
      <GroundLine masked={null} onAsk={() => setAsking(true)} />
      {asking && <GroundDialog onClose={() => setAsking(false)} />}
    </>
  );
}

/** Brand, one search for everything, the open case, running work, language, theme, person. */
export function TopBar() {
  const { t } = useTranslation();
  return (
    <header className={classes.bar}>
      <Link to="/today" className={classes.brand}>
        <Mark />
        {t("common.product")}
      </Link>
      <button type="button" className={classes.search} data-tour="search" onClick={openSearch}>
        <IconSearch size={15} stroke={1.8} aria-hidden />
        <span className={classes.searchText}>{t("frame.search.placeholder")}</span>
        <kbd className={classes.kbd}>Ctrl K</kbd>
      </button>
      <div className={classes.spacer} />
      <MaskedNames />
      <OpenCaseChip />
      <JobsMenu />
      <LanguageSwitch />
      <ThemeSwitch />
      <PersonMenu />
    </header>
  );
}
