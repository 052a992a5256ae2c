import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { AccountNote } from "../../../contract/account-notes.ts";
import { useNotesOfCase } from "../../data/account-notes.ts";
import { OneNote } from "../../frame/account-notes.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import classes from "./dossier.module.css";

/** What was written on the accounts, transfers and clusters of the case, in whatever case. */
export function CaseAccountNotes({ caseId }: { caseId: string }) {
  const { t } = useTranslation();
  const query = useNotesOfCase(caseId);
  if (query.isError) return <ProblemNotice error={query.error} onRetry={() => query.refetch()} />;
  if (!query.data || query.data.notes.length === 0) return null;
  const { notes } = query.data;
  return (
    <details className={classes.card}>
      <summary>
        {t("notes.ofCase")} · {notes.length}
      </summary>
      <ul className={classes.list}>
        {notes.map((note) => (
          <li key={note.id} className={classes.row}>
            <span className={classes.grow}>
              <Link to={addressOf(note)}>
                {t(`notes.kinds.${note.kind}`)} {note.account}
              </Link>
              <OneNote note={note} />
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}

function addressOf({ kind, account }: AccountNote): string {
  const id = encodeURIComponent(account);
  if (kind === "cluster") return `/explore?cluster=${id}`;
  return kind === "account" ? `/explore?account=${id}&select=${id}` : `/watching?q=${id}`;
}
