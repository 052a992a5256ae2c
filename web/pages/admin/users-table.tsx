import { useTranslation } from "react-i18next";
import { formatDateTime } from "../../../contract/format/dates.ts";
import type { User } from "../../../contract/users.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { DataTable } from "../../ui/data-table.tsx";
import type { TableColumn } from "../../ui/table-column.ts";
import classes from "./admin.module.css";
import { UserActions } from "./user-actions.tsx";

const ROW = 44;

export function UsersTable(props: {
  users: readonly User[];
  me: string;
  onReset: (given: { login: string; password: string }) => void;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const columns: TableColumn<User>[] = [
    {
      id: "name",
      head: t("admin.name"),
      width: "minmax(160px, 1.2fr)",
      sort: (user) => user.name,
      cell: (user) => (
        <span className={classes.name}>
          {user.name}{" "}
          {user.login === props.me && <span className={classes.muted}>· {t("admin.you")}</span>}
        </span>
      ),
    },
    {
      id: "login",
      head: t("admin.login"),
      width: "minmax(110px, 0.8fr)",
      sort: (user) => user.login,
      cell: (user) => user.login,
    },
    {
      id: "role",
      head: t("admin.role"),
      width: "minmax(120px, 0.8fr)",
      sort: (user) => user.role,
      cell: (user) => t(`frame.person.roles.${user.role}`),
    },
    {
      id: "state",
      head: t("admin.state"),
      width: "minmax(150px, 1fr)",
      cell: (user) => (
        <span className={user.disabled ? classes.muted : undefined}>
          {user.disabled
            ? t("admin.disabled")
            : user.mustChangePassword
              ? t("admin.mustChange")
              : t("admin.active")}
        </span>
      ),
    },
    {
      id: "factor",
      head: t("admin.factor.second"),
      width: "130px",
      cell: (user) => t(`admin.factor.${user.secondFactor}`),
    },
    {
      id: "seen",
      head: t("admin.lastSeen"),
      width: "150px",
      sort: (user) => user.lastSeenAt ?? 0,
      cell: (user) =>
        user.lastSeenAt === null ? t("admin.never") : formatDateTime(user.lastSeenAt, language),
    },
    {
      id: "actions",
      head: t("common.actions"),
      headContent: "",
      width: "290px",
      align: "right",
      cell: (user) =>
        user.login !== props.me && <UserActions user={user} onReset={props.onReset} />,
    },
  ];
  return (
    <DataTable
      label={t("admin.title")}
      columns={columns}
      rows={props.users}
      rowKey={(user) => user.login}
      rowHeight={ROW}
      minWidth={1080}
      maxHeight={640}
    />
  );
}
