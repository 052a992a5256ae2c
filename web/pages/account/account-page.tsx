import { useTranslation } from "react-i18next";
import { Page } from "../../ui/page.tsx";
import { PageHead } from "../../ui/panel.tsx";
import { SecondFactorPart } from "./second-factor-part.tsx";

/** How one signs in oneself: the second factor. */
export function AccountPage() {
  const { t } = useTranslation();
  return (
    <Page narrow>
      <PageHead title={t("account.title")} lead={t("account.lead")} />
      <SecondFactorPart />
    </Page>
  );
}
