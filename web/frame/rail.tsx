import {
  IconArchive,
  IconChartDots3,
  IconFileUpload,
  IconFolders,
  IconHelp,
  IconHome,
  IconListSearch,
  IconMail,
  IconReportMoney,
  IconSettings,
  IconShieldCheck,
  IconTopologyStar3,
} from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { NavLink, useLocation } from "react-router";
import { auditLog } from "../../contract/audit-log.ts";
import { retention } from "../../contract/retention.ts";
import { users } from "../../contract/users.ts";
import { useMay } from "../data/permissions.ts";
import { guideAddress } from "../guide/pages.ts";
import classes from "./frame.module.css";

const PLACES = [
  { to: "/today", key: "today", icon: IconHome },
  { to: "/load", key: "load", icon: IconFileUpload },
  { to: "/clusters", key: "clusters", icon: IconTopologyStar3 },
  { to: "/explore", key: "explore", icon: IconChartDots3 },
  { to: "/cases", key: "cases", icon: IconFolders },
  { to: "/measures", key: "measures", icon: IconShieldCheck },
  { to: "/letters", key: "letters", icon: IconMail },
  { to: "/summary", key: "summary", icon: IconReportMoney },
] as const;

/**
 * The main sections; Log, Keeping and Admin only for those who may open them. Help opens at the
 * page of the guide about the place one is at.
 */
export function Rail() {
  const { t } = useTranslation();
  const mayReadLog = useMay(auditLog.entries);
  const maySeeRetention = useMay(retention.overview);
  const mayAdminister = useMay(users.list);
  const here = useLocation();
  const isHelp = here.pathname.startsWith("/help");
  return (
    <nav className={classes.rail} aria-label={t("frame.nav.label")}>
      {PLACES.map(({ to, key, icon: Pictogram }) => (
        <NavLink key={key} to={to} className={classes.link ?? ""}>
          <Pictogram size={20} stroke={1.6} aria-hidden />
          {t(`frame.nav.${key}`)}
        </NavLink>
      ))}
      <div className={classes.railGap} />
      {mayReadLog && (
        <NavLink to="/log" className={classes.link ?? ""}>
          <IconListSearch size={20} stroke={1.6} aria-hidden />
          {t("frame.nav.log")}
        </NavLink>
      )}
      {maySeeRetention && (
        <NavLink to="/retention" className={classes.link ?? ""}>
          <IconArchive size={20} stroke={1.6} aria-hidden />
          {t("frame.nav.retention")}
        </NavLink>
      )}
      {mayAdminister && (
        <NavLink to="/admin" className={classes.link ?? ""}>
          <IconSettings size={20} stroke={1.6} aria-hidden />
          {t("frame.nav.admin")}
        </NavLink>
      )}
      <NavLink
        to={isHelp ? here.pathname : guideAddress(here)}
        className={() => classes.link ?? ""}
        aria-current={isHelp ? "page" : undefined}
      >
        <IconHelp size={20} stroke={1.6} aria-hidden />
        {t("frame.nav.help")}
      </NavLink>
    </nav>
  );
}
