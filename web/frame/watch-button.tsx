import { Button } from "@mantine/core";
import { IconEye, IconEyeCheck } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useWatch, type WatchTarget } from "../data/watching.ts";
import { useNotify } from "../ui/use-notify.ts";

/** Keeps an eye on an account, a person or a search; pressed while it is watched. */
export function WatchButton({ label, ...wanted }: WatchTarget & { label?: string }) {
  const { t } = useTranslation();
  const notify = useNotify();
  const { known, watch, change } = useWatch(wanted);
  const isWatched = watch !== undefined;
  const Pictogram = isWatched ? IconEyeCheck : IconEye;
  return (
    <Button
      size="compact-sm"
      variant={isWatched ? "light" : "default"}
      aria-pressed={isWatched}
      leftSection={<Pictogram size={14} aria-hidden />}
      disabled={!known}
      loading={change.isPending}
      onClick={() => change.mutate(watch, { onError: notify.failed })}
    >
      {isWatched ? t("watching.watched") : (label ?? t("watching.watch"))}
    </Button>
  );
}
