import { Button } from "@mantine/core";
import { IconAlertTriangle, IconLock, IconUserPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { may, role, USUAL_ROLE } from "../../../contract/user-roles.ts";
import { type User, users as usersContract } from "../../../contract/users.ts";
import { useMay } from "../../data/permissions.ts";
import { useSession } from "../../data/session.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { LoadingRows } from "../../ui/loading-rows.tsx";
import { Page } from "../../ui/page.tsx";
import { Card, PageHead } from "../../ui/panel.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { useAddressState } from "../../ui/use-address-state.ts";
import { AddPerson, OneTimePassword } from "./add-person.tsx";
import classes from "./admin.module.css";
import { FactorRoles } from "./factor-roles.tsx";
import { useUsers } from "./queries.ts";
import { UsersTable } from "./users-table.tsx";

/** A claim needs somebody who approves it. */
const approves = (user: User) => !user.disabled && may("approve", user.role);

/**
 * The people who may work here: add, disable, new password. Only for administrators; the server
 * refuses others anyway.
 */
export function AdminPage() {
  const { t } = useTranslation();
  const { person } = useSession();
  const mayAdminister = useMay(usersContract.list);
  const address = useAddressState();
  const wanted = role.safeParse(address.get("add"));
  const [adding, setAdding] = useState(wanted.success);
  const [given, setGiven] = useState<{ login: string; password: string } | null>(null);
  const users = useUsers(mayAdminister);
  if (person && !mayAdminister) {
    return (
      <EmptyState
        icon={<IconLock size={20} />}
        title={t("admin.only.title")}
        text={t("admin.only.text")}
      />
    );
  }
  return (
    <Page narrow>
      <PageHead title={t("admin.title")} lead={t("admin.lead")}>
        <Button
          variant="filled"
          leftSection={<IconUserPlus size={15} />}
          aria-expanded={adding}
          onClick={() => setAdding(!adding)}
        >
          {t("admin.add")}
        </Button>
      </PageHead>
      {given && <OneTimePassword given={given} onClose={() => setGiven(null)} />}
      {adding && (
        <AddPerson
          as={wanted.success ? wanted.data : USUAL_ROLE}
          onAdded={(next) => {
            setGiven(next);
            setAdding(false);
          }}
        />
      )}
      {users.data && !users.data.users.some(approves) && (
        <p className={classes.notice} role="status">
          <IconAlertTriangle size={16} aria-hidden color="var(--dg-warn)" />
          {t("admin.nobodyApproves")}
        </p>
      )}
      {users.isError && <ProblemNotice error={users.error} onRetry={() => void users.refetch()} />}
      <Card padded={false}>
        {users.isPending ? (
          <LoadingRows rows={3} />
        ) : (
          <UsersTable users={users.data?.users ?? []} me={person?.login ?? ""} onReset={setGiven} />
        )}
      </Card>
      <FactorRoles />
    </Page>
  );
}
