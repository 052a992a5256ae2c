import { ActionIcon, Button, Menu, TextInput } from "@mantine/core";
import { IconDots, IconLock, IconLockOpen, IconPencil } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type CaseRow, cases } from "../../../contract/cases.ts";
import { saysSomething } from "../../../contract/clean-text.ts";
import { useUpdateCase } from "../../data/cases.ts";
import { useMay } from "../../data/permissions.ts";
import { FormCard } from "../../ui/form-card.tsx";
import { useNotify } from "../../ui/use-notify.ts";
import classes from "./cases.module.css";

type Found = Pick<CaseRow, "id" | "version" | "title" | "status">;

/** What is seldom done to a case: another title, closing it. */
export function CaseMenu({ found, onRename }: { found: Found; onRename: () => void }) {
  const { t } = useTranslation();
  const notify = useNotify();
  const may = useMay(cases.update) && found.status === "open";
  const update = useUpdateCase(found);
  if (!may) return null;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="default" size={30} aria-label={t("cases.state.more")}>
          <IconDots size={15} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconPencil size={15} />} onClick={onRename}>
          {t("cases.state.rename")}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconLock size={15} />}
          onClick={() =>
            update.mutate(
              { status: "closed" },
              { onSuccess: () => notify.done(t("cases.state.done")), onError: notify.failed },
            )
          }
        >
          {t("cases.state.close")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** Another title for the case. */
export function RenameCase({ found, onClose }: { found: Found; onClose: () => void }) {
  const { t } = useTranslation();
  const update = useUpdateCase(found);
  const [title, setTitle] = useState(found.title);
  const isNew = saysSomething(title) && title.trim() !== found.title;
  return (
    <FormCard
      className={classes.newCase}
      error={update.error}
      onSubmit={() => isNew && update.mutate({ title: title.trim() }, { onSuccess: onClose })}
    >
      <TextInput
        className={classes.grow ?? ""}
        label={t("cases.createTitle")}
        autoFocus
        maxLength={200}
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <Button variant="subtle" onClick={onClose}>
        {t("common.cancel")}
      </Button>
      <Button type="submit" variant="filled" disabled={!isNew} loading={update.isPending}>
        {t("cases.state.rename")}
      </Button>
    </FormCard>
  );
}

/** Says of a closed case what that means, and opens it again. */
export function ClosedNotice({ found }: { found: Found }) {
  const { t } = useTranslation();
  const notify = useNotify();
  const may = useMay(cases.update);
  const update = useUpdateCase(found);
  if (found.status === "open") return null;
  return (
    <section className={classes.closed} role="status">
      <span className={classes.titleRow}>
        <IconLock size={16} aria-hidden />
        {t("cases.state.closed")}
      </span>
      {may && (
        <Button
          leftSection={<IconLockOpen size={15} />}
          loading={update.isPending}
          onClick={() => update.mutate({ status: "open" }, { onError: notify.failed })}
        >
          {t("cases.state.reopen")}
        </Button>
      )}
    </section>
  );
}
