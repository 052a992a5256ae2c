import { Button } from "@mantine/core";
import { IconLock, IconUserPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { users as usersContract } from "../../../contract/users.ts";
import { useMay } from "../../data/permissions.ts";
import { useSession } from "../../data/session.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { LoadingRows } from "../../ui/loading-rows.tsx";
import { Page } from "../../ui/page.tsx";
import { Card, PageHead } from "../../ui/panel.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { AddPerson, OneTimePassword } from "./add-person.tsx";
import { useUsers } from "./queries.ts";
import { UsersTable } from "./users-table.tsx";

/**
 * The people who may work here: add, disable, new password. Only for administrators; the server
 * refuses others anyway.
 */
export function AdminPage() {
  const { t } = useTranslation();
  const { person } = useSession();
  const mayAdminister = useMay(usersContract.list);
  const [adding, setAdding] = useState(false);
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
          onAdded={(next) => {
            setGiven(next);
            setAdding(false);
          }}
        />
      )}
      {users.isError && <ProblemNotice error={users.error} onRetry={() => void users.refetch()} />}
      <Card padded={false}>
        {users.isPending ? (
          <LoadingRows rows={3} />
        ) : (
          <UsersTable users={users.data?.users ?? []} me={person?.login ?? ""} onReset={setGiven} />
        )}
      </Card>
    </Page>
  );
}
