import { Tabs } from "@mantine/core";
import { IconLock } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { auditLog } from "../../../contract/audit-log.ts";
import { useMay } from "../../data/permissions.ts";
import { useSession } from "../../data/session.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Page } from "../../ui/page.tsx";
import { PageHead } from "../../ui/panel.tsx";
import { useAddressState } from "../../ui/use-address-state.ts";
import { EntriesTab } from "./entries-tab.tsx";
import { LooksTab } from "./looks-tab.tsx";

/** What everybody did, and who looked at whom; the filter stands in the address. */
export function LogPage() {
  const { t } = useTranslation();
  const { person } = useSession();
  const address = useAddressState();
  const mayRead = useMay(auditLog.entries);
  if (person && !mayRead) {
    return (
      <EmptyState
        icon={<IconLock size={20} />}
        title={t("log.only.title")}
        text={t("log.only.text")}
      />
    );
  }
  const tab = address.get("tab") === "looks" ? "looks" : "entries";
  return (
    <Page>
      <PageHead title={t("log.title")} lead={t("log.lead")} />
      <Tabs
        value={tab}
        keepMounted={false}
        onChange={(next) => address.set({ tab: next === "looks" ? next : null, what: null })}
      >
        <Tabs.List>
          <Tabs.Tab value="entries">{t("log.entries.title")}</Tabs.Tab>
          <Tabs.Tab value="looks">{t("log.looks.title")}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="entries" pt="md">
          <EntriesTab />
        </Tabs.Panel>
        <Tabs.Panel value="looks" pt="md">
          <LooksTab />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}
