import { ActionIcon, Menu, Popover } from "@mantine/core";
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconClipboardList,
  IconLasso,
  IconPhotoDown,
} from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { ExportFormat } from "../money/use-export.ts";
import { adding } from "../scene/scene.ts";
import type { SceneControl } from "../scene/use-scene.ts";
import { PasteForm } from "./paste-form.tsx";
import type { SelectInput } from "./select-by.ts";
import { SelectTool } from "./select-form.tsx";
import classes from "./stage.module.css";
import { ToolButton } from "./stage-view.tsx";
import { useSelectMany } from "./use-select-many.ts";

const EXPORTS = [
  { what: "ofPicture", formats: ["print", "png", "svg"] },
  { what: "ofGraph", formats: ["gexf", "graphml", "nodes", "edges"] },
] as const;

/** Top right: undo, redo, circle accounts, add by number, take the picture along. */
export function StageTools({
  control,
  circling,
  onCircle,
  selectInput,
  keep,
  saving,
  onExport,
}: {
  control: SceneControl;
  circling: boolean;
  /** null where there is no picture to draw on. */
  onCircle: (() => void) | null;
  selectInput: SelectInput;
  /** The way into a case, with what it needs. */
  keep: ReactNode;
  /** Asked for, and waiting for the figures on the screen to arrive. */
  saving: boolean;
  onExport: (format: ExportFormat) => void;
}) {
  const { t } = useTranslation();
  const selectMany = useSelectMany(control);
  return (
    <div
      className={`${classes.floating} ${classes.tools}`}
      role="toolbar"
      aria-label={t("explore.tools.label")}
    >
      <ToolButton
        label={t("explore.tools.undo")}
        disabled={control.undo === null}
        onClick={() => control.undo?.()}
      >
        <IconArrowBackUp size={17} stroke={1.7} />
      </ToolButton>
      <ToolButton
        label={t("explore.tools.redo")}
        disabled={control.redo === null}
        onClick={() => control.redo?.()}
      >
        <IconArrowForwardUp size={17} stroke={1.7} />
      </ToolButton>
      <span className={classes.divider} />
      {onCircle && (
        <ToolButton label={t("explore.tools.lasso")} pressed={circling} onClick={onCircle}>
          <IconLasso size={17} stroke={1.7} />
        </ToolButton>
      )}
      <SelectTool input={selectInput} onSelect={(accounts) => selectMany(accounts, false)} />
      <Popover position="bottom-end" width={320} trapFocus>
        <Popover.Target>
          <ActionIcon aria-label={t("explore.tools.paste")} title={t("explore.tools.paste")}>
            <IconClipboardList size={17} stroke={1.7} />
          </ActionIcon>
        </Popover.Target>
        <Popover.Dropdown>
          <PasteForm onAdd={(accounts) => control.change((scene) => adding(scene, accounts))} />
        </Popover.Dropdown>
      </Popover>
      {keep}
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon
            aria-label={t("explore.tools.export")}
            title={t("explore.tools.export")}
            loading={saving}
          >
            <IconPhotoDown size={17} stroke={1.7} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {EXPORTS.map(({ what, formats }) => (
            <div key={what}>
              <Menu.Label>{t(`explore.tools.${what}`)}</Menu.Label>
              {formats.map((format) => (
                <Menu.Item key={format} onClick={() => onExport(format)}>
                  {t(`explore.tools.${format}`)}
                </Menu.Item>
              ))}
            </div>
          ))}
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}
