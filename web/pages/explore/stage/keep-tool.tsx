import { ActionIcon, Button, Checkbox, Popover, Select, TextInput } from "@mantine/core";
import { IconBookmark } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { caseViews } from "../../../../contract/case-views.ts";
import { useKeepView } from "../../../data/case-views.ts";
import { useCases } from "../../../data/cases.ts";
import { setOpenCase, useOpenCase } from "../../../data/open-case.ts";
import { useMay } from "../../../data/permissions.ts";
import { ProblemNotice } from "../../../ui/problem-notice.tsx";
import { useNotify } from "../../../ui/use-notify.ts";
import { viewAddress } from "../scene/scene.ts";
import type { SceneControl } from "../scene/use-scene.ts";
import shared from "../shared.module.css";

interface Props {
  control: SceneControl;
  /** Proposed as the name of the view. */
  title: string;
  /** The detection run that is shown: a later search must not change a view that was kept. */
  run: string | null;
  /** The picture with legend, filters and source line; null where there is none to draw. */
  pictureOf: () => Promise<File | null>;
  /** The figures on the screen have arrived. */
  ready: boolean;
}

/** Keeps what is seen in a case: the view to open again, and its picture as a file. */
export function KeepTool(props: Props) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  if (!useMay(caseViews.add)) return null;
  return (
    <Popover position="bottom-end" width={320} trapFocus opened={open} onChange={setOpen}>
      <Popover.Target>
        <ActionIcon
          aria-label={t("explore.keep.title")}
          title={t("explore.keep.title")}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          <IconBookmark size={17} stroke={1.7} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        <KeepForm {...props} onDone={() => setOpen(false)} />
      </Popover.Dropdown>
    </Popover>
  );
}

function KeepForm({
  control,
  title,
  run,
  pictureOf,
  ready,
  onDone,
}: Props & { onDone: () => void }) {
  const { t } = useTranslation();
  const notify = useNotify();
  const openCase = useOpenCase();
  const keep = useKeepView();
  const list = useCases();
  const choices = (list.data?.cases ?? []).filter((item) => item.status === "open");
  const [chosen, setChosen] = useState<string | null>(openCase?.id ?? null);
  const [name, setName] = useState(title);
  const [withPicture, setWithPicture] = useState(true);
  const caseTitle = choices.find(({ id }) => id === chosen)?.title ?? openCase?.title ?? "";
  const submit = async () => {
    if (chosen === null || name.trim() === "") return;
    const picture = withPicture ? await pictureOf() : null;
    const places = [...control.moved].map(
      ([id, { x, y }]) => [id, x, y] as [string, number, number],
    );
    const search = viewAddress(control.scene, run);
    keep.mutate(
      { caseId: chosen, view: { name: name.trim(), search, places }, picture },
      {
        onSuccess: () => {
          setOpenCase({ id: chosen, title: caseTitle });
          notify.done(t("explore.keep.done", { name: name.trim(), title: caseTitle }));
          onDone();
        },
      },
    );
  };
  return (
    <form
      className={shared.form}
      onSubmit={(event) => {
        event.preventDefault();
        void submit().catch(notify.failed);
      }}
    >
      <TextInput
        label={t("explore.keep.name")}
        value={name}
        maxLength={200}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Select
        label={t("explore.keep.case")}
        value={chosen}
        onChange={setChosen}
        data={choices.map((item) => ({ value: item.id, label: item.title }))}
      />
      <Checkbox
        label={t("explore.keep.picture")}
        checked={withPicture}
        onChange={(event) => setWithPicture(event.currentTarget.checked)}
      />
      {keep.isError && <ProblemNotice error={keep.error} />}
      <div className={shared.formActions}>
        <Button
          type="submit"
          variant="filled"
          loading={keep.isPending}
          disabled={!ready || chosen === null}
        >
          {t("common.save")}
        </Button>
      </div>
    </form>
  );
}
