import { Button, CopyButton, Select, TextInput } from "@mantine/core";
import { IconKey } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Role, role, USUAL_ROLE } from "../../../contract/user-roles.ts";
import { FormCard } from "../../ui/form-card.tsx";
import classes from "./admin.module.css";
import { useAddUser } from "./queries.ts";

type Given = { login: string; password: string };

export function AddPerson(props: {
  /** The role that is chosen at first. */
  as: Role;
  onAdded: (given: Given) => void;
}) {
  const { onAdded } = props;
  const { t } = useTranslation();
  const add = useAddUser();
  const [login, setLogin] = useState("");
  const [name, setName] = useState("");
  const [chosen, setChosen] = useState<Role>(props.as);
  return (
    <FormCard
      className={classes.form}
      error={add.error}
      onSubmit={() => {
        add.mutate(
          { login: login.trim(), name: name.trim(), role: chosen },
          { onSuccess: onAdded },
        );
      }}
    >
      <TextInput
        label={t("admin.login")}
        autoFocus
        required
        withAsterisk={false}
        autoComplete="off"
        value={login}
        onChange={(event) => setLogin(event.currentTarget.value)}
      />
      <TextInput
        label={t("admin.name")}
        required
        withAsterisk={false}
        autoComplete="off"
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Select
        label={t("admin.role")}
        value={chosen}
        data={role.options.map((option) => ({
          value: option,
          label: t(`frame.person.roles.${option}`),
        }))}
        onChange={(value) =>
          setChosen(role.options.find((option) => option === value) ?? USUAL_ROLE)
        }
      />
      <Button type="submit" variant="filled" loading={add.isPending}>
        {t("admin.create")}
      </Button>
    </FormCard>
  );
}

/** Shown once: the server keeps only its hash. */
export function OneTimePassword({ given, onClose }: { given: Given; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <div className={classes.password} role="status">
      <IconKey size={18} aria-hidden />
      <div className={classes.passwordText}>
        <strong>{t("admin.password", { login: given.login })}</strong>
        <span>{t("admin.passwordText")}</span>
      </div>
      <code className={classes.secret}>{given.password}</code>
      <CopyButton value={given.password}>
        {({ copied, copy }) => (
          <Button onClick={copy}>{copied ? t("common.copied") : t("common.copy")}</Button>
        )}
      </CopyButton>
      <Button variant="subtle" onClick={onClose}>
        {t("common.close")}
      </Button>
    </div>
  );
}
