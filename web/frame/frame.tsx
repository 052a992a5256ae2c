import { useTranslation } from "react-i18next";
import { Outlet } from "react-router";
import { useSearchAfterLoad } from "../data/search-after-load.ts";
import classes from "./frame.module.css";
import { Rail } from "./rail.tsx";
import { RecoveringBanner } from "./recovering-banner.tsx";
import { SearchEverything } from "./search.tsx";
import { Shortcuts } from "./shortcuts.tsx";
import { TopBar } from "./top-bar.tsx";
import { Tour } from "./tour.tsx";

/** The house around every page: bar above, rail at the left, the page in the rest. */
export function Frame() {
  const { t } = useTranslation();
  useSearchAfterLoad();
  return (
    <div className={classes.frame}>
      <a className={classes.skip} href="#content">
        {t("frame.skip")}
      </a>
      <TopBar />
      <Rail />
      <main id="content" className={classes.main} tabIndex={-1}>
        <RecoveringBanner />
        <div className={classes.page}>
          <Outlet />
        </div>
        <Tour />
      </main>
      <SearchEverything />
      <Shortcuts />
    </div>
  );
}
