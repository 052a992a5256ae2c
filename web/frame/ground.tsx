import { Anchor, Button, Modal, Textarea } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { saysSomething } from "../../contract/clean-text.ts";
import { formatNumber } from "../../contract/format/numbers.ts";
import { useGround, useSetGround } from "../data/ground.ts";
import { useOpenCase } from "../data/open-case.ts";
import { useLanguage } from "../i18n/use-language.ts";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import classes from "./frame.module.css";

/** Asks why the person looks at people outside his cases: once a session, and it is logged. */
export function GroundDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const given = useGround();
  const openCase = useOpenCase();
  const set = useSetGround();
  const [ground, setGround] = useState(given ?? openCase?.id ?? "");
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("frame.ground.title")}
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      <form
        className={classes.ground}
        onSubmit={(event) => {
          event.preventDefault();
          set.mutate(ground, { onSuccess: onClose });
        }}
      >
        <Textarea
          label={t("frame.ground.label")}
          description={t("frame.ground.hint")}
          value={ground}
          onChange={(event) => setGround(event.currentTarget.value)}
          maxLength={300}
          autosize
          minRows={2}
          required
          data-autofocus
        />
        {set.isError && <ProblemNotice error={set.error} />}
        <Button
          type="submit"
          variant="filled"
          loading={set.isPending}
          disabled={!saysSomething(ground)}
        >
          {t("frame.ground.save")}
        </Button>
      </form>
    </Modal>
  );
}

/** The ground in force, or how many names are masked without one; opens the question. */
export function GroundLine({ masked, onAsk }: { masked: number | null; onAsk: () => void }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const given = useGround();
  if (given === null && masked === 0) return null;
  const words =
    given !== null
      ? t("frame.ground.given", { ground: given })
      : masked === null
        ? t("frame.ground.all")
        : t("frame.ground.masked", { count: masked, formatted: formatNumber(masked, language) });
  return (
    <Anchor
      href="#ground"
      size="sm"
      className={classes.groundLine ?? ""}
      title={words}
      onClick={(event) => {
        event.preventDefault();
        onAsk();
      }}
    >
      {words}
    </Anchor>
  );
}
