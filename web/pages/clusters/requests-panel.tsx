import { ActionIcon } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { formatNumber } from "../../../contract/format/numbers.ts";
import { useRequests } from "../../data/clusters.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { AccountNumber } from "../../ui/account.tsx";
import { LoadingRows } from "../../ui/loading-rows.tsx";
import { Section } from "../../ui/panel.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { useReasonWords } from "../../ui/reason-words.ts";
import classes from "./clusters.module.css";
import own from "./requests-panel.module.css";

/** Which statements to ask for next: accounts without one, in order, each with the reason. */
export function RequestsPanel({ run, onClose }: { run: string | null; onClose: () => void }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { sentence } = useReasonWords();
  const asked = useRequests(run);
  const requests = asked.data?.requests ?? [];
  return (
    <>
      <div className={classes.panelHead}>
        <div className={classes.panelTitleRow}>
          <h2 className={classes.panelTitle}>{t("clusters.requests.title")}</h2>
          <ActionIcon aria-label={t("common.close")} onClick={onClose}>
            <IconX size={16} />
          </ActionIcon>
        </div>
        <p className={classes.panelSub}>{t("clusters.requests.lead")}</p>
      </div>
      {asked.isPending && <LoadingRows />}
      {asked.isError && <ProblemNotice error={asked.error} onRetry={() => void asked.refetch()} />}
      {asked.data && (
        <Section
          title={t("clusters.requests.accounts")}
          note={formatNumber(requests.length, language)}
        >
          {requests.length === 0 && <p className={classes.muted}>{t("clusters.requests.none")}</p>}
          {requests.map((one) => (
            <div key={one.account} className={own.row}>
              <AccountNumber number={one.account} />
              {one.holderName !== null && <span>{one.holderName}</span>}
              <span className={classes.muted}>{sentence(one)}</span>
            </div>
          ))}
        </Section>
      )}
    </>
  );
}
