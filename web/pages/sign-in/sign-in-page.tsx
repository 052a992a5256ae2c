import { useTranslation } from "react-i18next";
import { Navigate, useSearchParams } from "react-router";
import { useSession } from "../../data/session.ts";
import { Mark } from "../../frame/brand.tsx";
import { RecoveringBanner } from "../../frame/recovering-banner.tsx";
import { LanguageSwitch, ThemeSwitch } from "../../frame/top-bar.tsx";
import { ChangePasswordForm } from "./change-password-form.tsx";
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
  const back = wayBack(params.get("to"));
  if (person && !person.mustChangePassword && !changing) return <Navigate to={back} replace />;
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
          {person ? (
            <ChangePasswordForm forced={person.mustChangePassword} back={back} />
          ) : (
            <SignInForm />
          )}
        </div>
      </main>
      <div className={classes.foot} />
    </div>
  );
}
