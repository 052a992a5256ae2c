import { Button, Modal } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Provenance, Source } from "../../../contract/loading.ts";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { useNotify } from "../../ui/use-notify.ts";
import classes from "./load.module.css";
import { ProvenanceFields } from "./provenance-fields.tsx";
import { useDescribe } from "./queries.ts";

/** How a loaded file came to the office, said or corrected later; the words before are kept. */
export function DescribeDialog({ source, onClose }: { source: Source; onClose: () => void }) {
  const { t } = useTranslation();
  const notify = useNotify();
  const describe = useDescribe();
  const { requestNumber, requestDate, sanctionedBy, handedBy } = source;
  const [words, setWords] = useState<Provenance>({
    requestNumber,
    requestDate,
    sanctionedBy,
    handedBy,
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("load.provenance.editTitle", { name: source.fileName })}
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      <form
        className={classes.tab}
        onSubmit={(event) => {
          event.preventDefault();
          describe.mutate(
            { id: source.id, version: source.version, ...words },
            {
              onSuccess: () => {
                notify.done(t("load.provenance.saved"));
                onClose();
              },
            },
          );
        }}
      >
        <ProvenanceFields value={words} onChange={setWords} />
        {describe.isError && <ProblemNotice error={describe.error} />}
        <div className={classes.fileActions}>
          <Button variant="subtle" onClick={onClose}>
            {t("common.cancel")}
          </Button>
          <Button type="submit" variant="filled" loading={describe.isPending}>
            {t("load.provenance.save")}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
