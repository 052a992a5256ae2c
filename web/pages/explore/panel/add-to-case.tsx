import { Button, Select, TextInput } from "@mantine/core";
import { IconFolderPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAddAccounts, useCases, useCreateCase } from "../../../data/cases.ts";
import { setOpenCase, useOpenCase } from "../../../data/open-case.ts";
import { ProblemNotice } from "../../../ui/problem-notice.tsx";
import { useNotify } from "../../../ui/use-notify.ts";
import shared from "../shared.module.css";

/** One click into the open case; without one, choose or name it first. */
export function AddToCase({ accounts, name }: { accounts: readonly string[]; name: string }) {
  const { t } = useTranslation();
  const notify = useNotify();
  const open = useOpenCase();
  const add = useAddAccounts();
  const [choosing, setChoosing] = useState(false);
  const put = (id: string, title: string) =>
    add.mutate(
      { id, accounts },
      {
        onSuccess: () => {
          setOpenCase({ id, title });
          setChoosing(false);
          notify.done(t("explore.toCase.done", { name, title }));
        },
        onError: notify.failed,
      },
    );
  return (
    <>
      <Button
        fullWidth
        mt={8}
        leftSection={<IconFolderPlus size={15} />}
        loading={add.isPending}
        aria-expanded={open ? undefined : choosing}
        onClick={() => (open ? put(open.id, open.title) : setChoosing(!choosing))}
      >
        {open ? t("explore.toCase.open", { title: open.title }) : t("explore.toCase.choose")}
      </Button>
      {choosing && !open && (
        <ChooseCase key={name} proposal={name} onChosen={put} onClose={() => setChoosing(false)} />
      )}
    </>
  );
}

function ChooseCase({
  proposal,
  onChosen,
  onClose,
}: {
  proposal: string;
  onChosen: (id: string, title: string) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const list = useCases();
  const create = useCreateCase();
  const choices = (list.data?.cases ?? []).filter((item) => item.status === "open");
  const [chosen, setChosen] = useState<string>("new");
  const [title, setTitle] = useState(proposal);
  const target = choices.find((item) => item.id === chosen);
  const submit = () => {
    if (target) onChosen(target.id, target.title);
    else if (title.trim() !== "")
      create.mutate(
        { title: title.trim() },
        { onSuccess: (made) => onChosen(made.id, made.title) },
      );
  };
  return (
    <form
      className={shared.form}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {choices.length > 0 && (
        <Select
          aria-label={t("explore.toCase.choose")}
          value={chosen}
          onChange={(value) => setChosen(value ?? "new")}
          data={[
            { value: "new", label: t("explore.toCase.fresh") },
            ...choices.map((item) => ({ value: item.id, label: item.title })),
          ]}
        />
      )}
      {!target && (
        <TextInput
          label={t("explore.toCase.title")}
          value={title}
          maxLength={200}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
      )}
      {create.isError && <ProblemNotice error={create.error} />}
      <div className={shared.formActions}>
        <Button variant="subtle" onClick={onClose}>
          {t("common.cancel")}
        </Button>
        <Button type="submit" variant="filled" loading={create.isPending}>
          {t("common.add")}
        </Button>
      </div>
    </form>
  );
}
