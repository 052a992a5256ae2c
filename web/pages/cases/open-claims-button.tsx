import { Button, Menu } from "@mantine/core";
import { IconChevronDown, IconFiles, IconScale } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { ClaimMethod } from "../../../contract/claims.ts";
import { type TraceMethod, traceMethod } from "../../../contract/tracing.ts";
import classes from "./cases.module.css";

/**
 * Claims and documents for all droppers, and claims of the first hop, with one click each; holders
 * further on by the arrow, under the one rule the case states.
 */
export function OpenClaimsButton(props: {
  busy: boolean;
  rule: ClaimMethod | null;
  onOpen: () => void;
  /** Shows claims and documents for all droppers before they are made. */
  onBulk: () => void;
  /** Shows the claims further on before they are opened. */
  onFurther: (method: TraceMethod) => void;
}) {
  const { t } = useTranslation();
  const choices =
    props.rule === null
      ? traceMethod.options
      : traceMethod.options.filter((rule) => rule === props.rule);
  return (
    <div className={classes.claimActions}>
      <Button
        variant="filled"
        leftSection={<IconFiles size={15} aria-hidden />}
        disabled={props.busy}
        onClick={props.onBulk}
      >
        {t("bulk.title")}
      </Button>
      <Button.Group>
        <Button
          leftSection={<IconScale size={15} />}
          loading={props.busy}
          onClick={() => props.onOpen()}
        >
          {t("cases.claims.open")}
        </Button>
        <Menu position="bottom-end" width={300}>
          <Menu.Target>
            <Button px={6} disabled={props.busy} aria-label={t("cases.claims.openFurther")}>
              <IconChevronDown size={15} />
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Label>{t("cases.claims.openFurther")}</Menu.Label>
            {choices.map((method) => (
              <Menu.Item key={method} onClick={() => props.onFurther(method)}>
                {t(`rules.${method}`)}
              </Menu.Item>
            ))}
            <p className={classes.menuNote}>{t("cases.claims.furtherNote")}</p>
          </Menu.Dropdown>
        </Menu>
      </Button.Group>
    </div>
  );
}
