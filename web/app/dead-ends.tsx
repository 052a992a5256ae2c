import { Button, Center, Loader } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { EmptyState } from "../ui/empty-state.tsx";

/** A page that threw: the rest of the app stays usable, the person can go on. */
export function Crashed() {
  const { t } = useTranslation();
  return (
    <EmptyState title={t("frame.crash.title")} text={t("frame.crash.text")}>
      <Button variant="filled" onClick={() => window.location.reload()}>
        {t("common.retry")}
      </Button>
    </EmptyState>
  );
}

export function NotFound() {
  const { t } = useTranslation();
  return (
    <EmptyState title={t("frame.notFound.title")} text={t("frame.notFound.text")}>
      <Button component={Link} to="/today" variant="filled">
        {t("frame.notFound.home")}
      </Button>
    </EmptyState>
  );
}

/** While the first page's own code is on its way. */
export function Arriving() {
  return (
    <Center h="100vh">
      <Loader size="sm" />
    </Center>
  );
}
