import { Tabs } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Page } from "../../ui/page.tsx";
import { PageHead } from "../../ui/panel.tsx";
import { useAddressState } from "../../ui/use-address-state.ts";
import { FilesTab } from "./files-tab.tsx";
import { GridTab } from "./grid-tab.tsx";
import { PairsTab } from "./pairs-tab.tsx";
import { SourcesTab } from "./sources-tab.tsx";

const TABS = ["files", "grid", "pairs", "sources"] as const;

/** Bank files in; which days of which account are held; pairs a person must decide; everything ever loaded. */
export function LoadPage() {
  const { t } = useTranslation();
  const address = useAddressState();
  const tab = TABS.find((name) => name === address.get("tab")) ?? "files";
  return (
    <Page>
      <PageHead title={t("load.title")} lead={t("load.lead")} />
      <Tabs
        value={tab}
        keepMounted={false}
        onChange={(next) => address.set({ tab: next === "files" ? null : next, source: null })}
      >
        <Tabs.List>
          {TABS.map((name) => (
            <Tabs.Tab key={name} value={name}>
              {t(`load.tabs.${name}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="files" pt="md">
          <FilesTab />
        </Tabs.Panel>
        <Tabs.Panel value="grid" pt="md">
          <GridTab />
        </Tabs.Panel>
        <Tabs.Panel value="pairs" pt="md">
          <PairsTab />
        </Tabs.Panel>
        <Tabs.Panel value="sources" pt="md">
          <SourcesTab />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}
