import { useTranslation } from "react-i18next";
import { formatNumber } from "../../../../contract/format/numbers.ts";
import { useLanguage } from "../../../i18n/use-language.ts";
import { expanding } from "../scene/scene.ts";
import { stepText } from "../scene/steps.ts";
import type { SceneControl } from "../scene/use-scene.ts";
import shared from "../shared.module.css";
import type { StageGraphData } from "./stage-graph.ts";

/** Each expansion says what it left out, with the ways to have it after all. */
export function LeftOutNotices({
  control,
  graph,
  nameOf,
  onTable,
}: {
  control: SceneControl;
  graph: StageGraphData;
  nameOf: (account: string) => string;
  onTable: (account: string) => void;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { scene, change } = control;
  const cuts = graph.leftOut.filter((cut) => cut.account !== null).slice(-2);
  return cuts.map((cut) => {
    const account = cut.account ?? "";
    const count = cut.count;
    const { by } = cut;
    const what =
      by === undefined || by.accounts.length === 1
        ? nameOf(account)
        : t("common.accounts", {
            count: by.accounts.length,
            formatted: formatNumber(by.accounts.length, language),
          });
    const words = { what, count, formatted: formatNumber(count, language) };
    const again = (letGo: boolean, limit: number) => {
      if (by !== undefined) {
        const text = stepText(by);
        change({
          steps: scene.steps.map((step) => (stepText(step) === text ? { ...by, limit } : step)),
        });
        return;
      }
      change({
        steps: [
          ...scene.steps.filter((step) => !(step.kind === "expand" && step.account === account)),
          ...(expanding({ ...scene, steps: [] }, account, { letGo, limit }).steps ?? []),
        ],
      });
    };
    return (
      <div
        key={`${cut.reason}:${by ? stepText(by) : account}`}
        className={shared.notice}
        role="status"
      >
        <span>
          {cut.reason === "stop" ? t("explore.cut.stop", words) : t("explore.cut.limit", words)}
        </span>
        {cut.reason === "stop" ? (
          <button type="button" className={shared.linkButton} onClick={() => again(true, 40)}>
            {t("explore.cut.letGo")}
          </button>
        ) : (
          <button type="button" className={shared.linkButton} onClick={() => again(true, 500)}>
            {t("explore.cut.all")}
          </button>
        )}
        <button type="button" className={shared.linkButton} onClick={() => onTable(account)}>
          {t("explore.cut.table")}
        </button>
      </div>
    );
  });
}
