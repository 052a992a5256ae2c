import { Button, TextInput } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { saysSomething } from "../../../contract/clean-text.ts";
import { downloadPerson } from "../../data/audit-log.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import classes from "./log.module.css";

/** Everything held about the person asked for, on a request whose reason stands in the log. */
export function PersonHeld({ whom }: { whom: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [reason, setReason] = useState("");
  const save = useMutation({
    mutationFn: () => downloadPerson({ whom, reason }, language),
    onSuccess: () => setReason(""),
  });
  return (
    <form
      className={classes.tab}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <div className={classes.filters}>
        <TextInput
          size="xs"
          className={classes.reason ?? ""}
          label={t("log.held.reason")}
          maxLength={300}
          required
          withAsterisk={false}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Button
          type="submit"
          leftSection={<IconDownload size={15} />}
          loading={save.isPending}
          disabled={!saysSomething(reason)}
        >
          {t("log.held.save")}
        </Button>
      </div>
      {save.isError && <ProblemNotice error={save.error} />}
    </form>
  );
}
