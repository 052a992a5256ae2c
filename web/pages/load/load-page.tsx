import { Tabs } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { loading } from "../../../contract/loading.ts";
import { useMay } from "../../data/permissions.ts";
import { Page } from "../../ui/page.tsx";
import { PageHead } from "../../ui/panel.tsx";
import { useAddressState } from "../../ui/use-address-state.ts";
import { FilesTab } from "./files-tab.tsx";
import { GridTab } from "./grid-tab.tsx";
import { PairsTab } from "./pairs-tab.tsx";
import { SourcesTab } from "./sources-tab.tsx";

const TABS = ["files", "grid", "pairs", "sources"] as const;

/**
 * Bank files in; which days of which account are held; pairs a person must decide; everything ever
 * loaded.
 */
export function LoadPage() {
  const { t } = useTranslation();
  const address = useAddressState();
  const mayLoad = useMay(loading.load);
  const tabs = TABS.filter((name) => name !== "files" || mayLoad);
  const first = tabs[0];
  const tab = tabs.find((name) => name === address.get("tab")) ?? first ?? "grid";
  return (
    <Page>
      <PageHead title={t("load.title")} lead={t(mayLoad ? "load.lead" : "load.leadOfReader")} />
      <Tabs
        value={tab}
        keepMounted={false}
        onChange={(next) => address.set({ tab: next === first ? null : next, source: null })}
      >
        <Tabs.List>
          {tabs.map((name) => (
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
