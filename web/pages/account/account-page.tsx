import { useTranslation } from "react-i18next";
import { useOwnAccess } from "../../data/sign-ins.ts";
import { LoadingRows } from "../../ui/loading-rows.tsx";
import { Page } from "../../ui/page.tsx";
import { PageHead } from "../../ui/panel.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { SecondFactorPart } from "./second-factor-part.tsx";
import { SessionsPart } from "./sessions-part.tsx";
import { TokensPart } from "./tokens-part.tsx";

/**
 * How one signs in oneself: the second factor, the places one is signed in at, tokens of scripts.
 */
export function AccountPage() {
  const { t } = useTranslation();
  const access = useOwnAccess();
  return (
    <Page narrow>
      <PageHead title={t("account.title")} lead={t("account.lead")} />
      <SecondFactorPart />
      {access.isPending && <LoadingRows rows={3} />}
      {access.isError && <ProblemNotice error={access.error} />}
      {access.data && (
        <>
          <SessionsPart sessions={access.data.sessions} />
          <TokensPart tokens={access.data.tokens} />
        </>
      )}
    </Page>
  );
}
