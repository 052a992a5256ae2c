import { IconLock } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { retention } from "../../../contract/retention.ts";
import { useMay } from "../../data/permissions.ts";
import { useRetention } from "../../data/retention.ts";
import { useSession } from "../../data/session.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { LoadingRows } from "../../ui/loading-rows.tsx";
import { Page } from "../../ui/page.tsx";
import { Card, PageHead } from "../../ui/panel.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { DuePart } from "./due-part.tsx";
import { ErasuresPart } from "./erasures-part.tsx";
import { HoldsPart } from "./holds-part.tsx";
import { TermsPart } from "./terms-part.tsx";

/** How long data are kept: terms, what is due for review, legal holds, erasures. */
export function RetentionPage() {
  const { t } = useTranslation();
  const { person } = useSession();
  const maySee = useMay(retention.overview);
  const mayChange = useMay(retention.setTerm);
  const { data, isPending, isError, error, refetch } = useRetention(maySee);
  if (person && !maySee) {
    return (
      <EmptyState
        icon={<IconLock size={20} />}
        title={t("retention.only.title")}
        text={t("retention.only.text")}
      />
    );
  }
  return (
    <Page narrow>
      <PageHead title={t("retention.title")} lead={t("retention.lead")} />
      {isError && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {isPending && (
        <Card>
          <LoadingRows rows={4} />
        </Card>
      )}
      {data && (
        <>
          <DuePart due={data.due} mayChange={mayChange} />
          <HoldsPart holds={data.holds} mayChange={mayChange} />
          <ErasuresPart erasures={data.erasures} mayChange={mayChange} />
          <TermsPart rules={data.rules} mayChange={mayChange} />
        </>
      )}
    </Page>
  );
}
