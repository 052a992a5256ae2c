import { ActionIcon } from "@mantine/core";
import { IconCopy, IconX } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useNotify } from "../../../ui/use-notify.ts";
import { selectingNothing } from "../scene/scene.ts";
import type { SceneControl } from "../scene/use-scene.ts";

/** Closes a card: nothing is selected any more. */
export function DeselectButton({ control }: { control: SceneControl }) {
  const { t } = useTranslation();
  return (
    <ActionIcon
      aria-label={t("explore.facts.deselect")}
      onClick={() => control.change(selectingNothing())}
    >
      <IconX size={16} stroke={1.7} />
    </ActionIcon>
  );
}

/** Copies a number or id, and says so. */
export function CopyButton({ text }: { text: string }) {
  const { t } = useTranslation();
  const notify = useNotify();
  const copy = () =>
    void navigator.clipboard.writeText(text).then(
      () => notify.done(t("common.copied")),
      () => {},
    );
  return (
    <ActionIcon size={20} aria-label={t("common.copy")} onClick={copy}>
      <IconCopy size={13} stroke={1.7} />
    </ActionIcon>
  );
}
