import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { shortAccount, shortName } from "../../../../contract/format/accounts.ts";
import { exitKey } from "../../../ui/exits.ts";
import { deviceIdOf, deviceName } from "./devices.ts";
import type { StageGraphData } from "./stage-graph.ts";

/** Names on the stage: of accounts, and of kinds of exits. */
export interface Names {
  readonly nameOf: (account: string) => string;
  readonly exitWord: (kind: string) => string;
}

/** An account of the picture is its holder and the end of its number, an exit is its kind. */
export function useNames(graph: StageGraphData): Names {
  const { t } = useTranslation();
  const exitWord = useCallback((kind: string) => t(`explore.exits.${exitKey(kind)}`), [t]);
  const nameOf = useCallback(
    (account: string) => {
      const node = graph.nodes.get(account);
      const device = graph.devices.get(account);
      if (device) return deviceName(device);
      if (!node) return deviceIdOf(account) ?? account;
      if (node.exitKind !== null) return exitWord(node.exitKind);
      return node.holderName
        ? `${shortName(node.holderName)} ${shortAccount(account)}`
        : shortAccount(account);
    },
    [graph, exitWord],
  );
  return { nameOf, exitWord };
}
