import { useTranslation } from "react-i18next";
import { Navigate, useLocation, useSearchParams } from "react-router";
import { useFactorDone } from "../../data/second-factor.ts";
import { useSession, wantedBeforeProvider } from "../../data/session.ts";
import { Mark } from "../../frame/brand.tsx";
import { RecoveringBanner } from "../../frame/recovering-banner.tsx";
import { SecondFactorSetup } from "../../frame/second-factor-setup.tsx";
import { LanguageSwitch, ThemeSwitch } from "../../frame/top-bar.tsx";
import { ChangePasswordForm } from "./change-password-form.tsx";
import { ProviderBack } from "./provider-back.tsx";
import classes from "./sign-in.module.css";
import { SignInForm } from "./sign-in-form.tsx";

/** Only addresses of this app are gone back to. */
function wayBack(to: string | null): string {
  return to?.startsWith("/") && !to.startsWith("//") && !to.startsWith("/sign-in") ? to : "/today";
}

/**
 * The door: sign in, and where the password was given by somebody else, choose an own one before
 * anything.
 */
export function SignInPage() {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const { person } = useSession();
  const changing = params.get("change") === "1";
  const comesBack = useLocation().pathname === "/sign-in/back";
  const back = wayBack(comesBack ? wantedBeforeProvider() : params.get("to"));
  const due = person?.secondFactor === "due";
  if (person && !person.mustChangePassword && !changing && !due)
    return <Navigate to={back} replace />;
  return (
    <div className={classes.page}>
      <header>
        <RecoveringBanner />
        <div className={classes.top}>
          <LanguageSwitch />
          <ThemeSwitch />
        </div>
      </header>
      <main className={classes.middle}>
        <div className={classes.box}>
          <div className={classes.brand}>
            <Mark size={26} />
            {t("common.product")}
          </div>
          <p className={classes.lead}>{t("signIn.lead")}</p>
          {!person && (comesBack ? <ProviderBack /> : <SignInForm back={back} />)}
          {person && (person.mustChangePassword || changing) && (
            <ChangePasswordForm forced={person.mustChangePassword} back={back} />
          )}
          {person && due && !person.mustChangePassword && !changing && <FactorFirst />}
        </div>
      </main>
      <div className={classes.foot} />
    </div>
  );
}

/** The role needs a second factor: it is set up before anything else opens. */
function FactorFirst() {
  const { t } = useTranslation();
  const done = useFactorDone();
  return (
    <div className={classes.card}>
      <h1 className={classes.title}>{t("account.factor.title")}</h1>
      <p className={classes.note}>{t("account.factor.required")}</p>
      <SecondFactorSetup onDone={done} />
    </div>
  );
}
