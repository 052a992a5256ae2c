import { ActionIcon, Button, Menu } from "@mantine/core";
import {
  IconBuildingBank,
  IconCopy,
  IconDots,
  IconEyeOff,
  IconFolderPlus,
  IconMinimize,
  IconRoute,
  IconShare,
  IconX,
} from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { bankName } from "../../../../contract/bank-names.ts";
import type { AccountCard as Card } from "../../../../contract/exploring.ts";
import { traceAddress } from "../../../data/trace-address.ts";
import { formatDate, formatPeriod } from "../../../format/dates.ts";
import { formatNumber } from "../../../format/numbers.ts";
import { useLanguage } from "../../../i18n/use-language.ts";
import { AccountNumber } from "../../../ui/account.tsx";
import { exitKey } from "../../../ui/exits.ts";
import { LoadingRows } from "../../../ui/loading-rows.tsx";
import { Section } from "../../../ui/panel.tsx";
import { ProblemNotice } from "../../../ui/problem-notice.tsx";
import { RoleBadge } from "../../../ui/role-badge.tsx";
import { useNotify } from "../../../ui/use-notify.ts";
import { adding, collapsing, expanding, hiding, selectingNothing } from "../scene/scene.ts";
import type { SceneControl } from "../scene/use-scene.ts";
import shared from "../shared.module.css";
import { AddToCase } from "./add-to-case.tsx";
import classes from "./card.module.css";
import { Counterparties } from "./counterparties.tsx";
import { DailyChart } from "./daily-chart.tsx";
import { FindingSection } from "./finding-section.tsx";
import { missingDays } from "./gaps.ts";
import { MoneyThrough } from "./money-through.tsx";
import { useAccount } from "./queries.ts";

/**
 * All of one account, one click away: who, what was seen and why, the money, the days held, reports
 * and cases.
 */
export function AccountCard({
  number,
  run,
  control,
  expanded,
  onStage,
}: {
  number: string;
  run: string | null;
  control: SceneControl;
  expanded: boolean;
  onStage: (account: string) => boolean;
}) {
  const { t } = useTranslation();
  const query = useAccount(number, run);
  if (query.isError) {
    return (
      <div className={classes.cardHead}>
        <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />
      </div>
    );
  }
  if (!query.data) return <LoadingRows rows={8} />;
  const card = query.data;
  return (
    <div data-testid="account-card">
      <Head card={card} control={control} expanded={expanded} onStage={onStage(card.number)} />
      {card.exitKind === null && <FindingSection account={card.number} run={run} />}
      <MoneyThrough card={card} control={control} />
      <Section title={t("explore.card.daily")}>
        <DailyChart card={card} control={control} />
      </Section>
      <Counterparties card={card} control={control} side="senders" onStage={onStage} />
      <Counterparties card={card} control={control} side="recipients" onStage={onStage} />
      <Statements card={card} />
      {card.reports.length > 0 && (
        <Section title={t("explore.card.reports")} note={String(card.reports.length)}>
          <div className={classes.tags}>
            {card.reports.map((report) => (
              <Link
                key={report.id}
                className={classes.tag}
                to={traceAddress({ reports: [report.id] })}
              >
                {report.id}
              </Link>
            ))}
          </div>
        </Section>
      )}
      {card.cases.length > 0 && (
        <Section title={t("explore.card.cases")} note={String(card.cases.length)}>
          <div className={classes.tags}>
            {card.cases.map((found) => (
              <Link
                key={found.id}
                className={classes.tag}
                to={`/cases/${encodeURIComponent(found.id)}`}
              >
                {found.title}
              </Link>
            ))}
          </div>
        </Section>
      )}
    </div>
  );
}

function Head({
  card,
  control,
  expanded,
  onStage,
}: {
  card: Card;
  control: SceneControl;
  expanded: boolean;
  onStage: boolean;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const notify = useNotify();
  const { scene, change } = control;
  const copy = () =>
    void navigator.clipboard.writeText(card.number).then(
      () => notify.done(t("common.copied")),
      () => {},
    );
  const trace =
    card.reported || card.role === "victim"
      ? traceAddress({ victims: [card.holderKey ?? card.number], focus: card.number })
      : traceAddress({ through: card.number, cluster: card.cluster });
  return (
    <div className={classes.cardHead}>
      <div className={classes.cardTop}>
        {card.exitKind === null ? (
          <RoleBadge role={card.role} reported={card.reported} outlined />
        ) : (
          <span className={classes.tag}>{t("explore.exit")}</span>
        )}
        {card.reported && <span className={classes.tag}>{t("explore.card.reported")}</span>}
        <span className={shared.push} />
        <ActionIcon
          aria-label={t("explore.facts.deselect")}
          onClick={() => change(selectingNothing())}
        >
          <IconX size={16} stroke={1.7} />
        </ActionIcon>
      </div>
      <h2 className={classes.cardName}>
        {card.exitKind !== null
          ? t(`explore.exits.${exitKey(card.exitKind)}`)
          : (card.holderName ?? t("explore.card.nameless"))}
      </h2>
      {card.exitKind === null && (
        <div className={classes.cardLine}>
          <AccountNumber number={card.number} />
          <ActionIcon size={20} aria-label={t("common.copy")} onClick={copy}>
            <IconCopy size={13} stroke={1.7} />
          </ActionIcon>
        </div>
      )}
      <div className={classes.cardLine}>
        <IconBuildingBank size={14} stroke={1.7} aria-hidden />
        <span>
          {[
            bankName(card.bank) ?? t("explore.card.bankUnknown"),
            card.openedAt === null
              ? null
              : t("explore.card.opened", { date: formatDate(card.openedAt, language) }),
            card.iin === null ? null : `${t("explore.card.iin")} ${card.iin}`,
          ]
            .filter(Boolean)
            .join(" · ")}
        </span>
      </div>
      {card.stub && <p className={shared.soft}>{t("explore.card.stub")}</p>}
      {card.holderAccounts.length > 1 && (
        <button
          type="button"
          className={shared.linkButton}
          onClick={() =>
            change((now) => ({
              ...adding(now, card.holderAccounts),
              select: [...card.holderAccounts],
            }))
          }
        >
          {t("explore.card.holderAccounts", {
            count: card.holderAccounts.length,
            formatted: formatNumber(card.holderAccounts.length, language),
          })}
        </button>
      )}
      <div className={classes.cardActions}>
        <Button
          component={Link}
          to={trace}
          variant="filled"
          leftSection={<IconRoute size={15} />}
          disabled={card.exitKind !== null}
        >
          {t("explore.card.trace")}
        </Button>
        {onStage ? (
          <Button
            leftSection={<IconShare size={15} />}
            onClick={() => change(expanding(scene, card.number, { letGo: card.stop !== null }))}
          >
            {t(card.stop === null ? "explore.card.expand" : "explore.card.goOn")}
          </Button>
        ) : (
          <Button
            leftSection={<IconShare size={15} />}
            onClick={() => change(adding(scene, [card.number]))}
          >
            {t("explore.card.toPicture")}
          </Button>
        )}
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon size={30} variant="default" aria-label={t("common.more")}>
              <IconDots size={16} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item
              leftSection={<IconMinimize size={15} />}
              disabled={!expanded}
              onClick={() => change(collapsing(scene, card.number))}
            >
              {t("explore.card.collapse")}
            </Menu.Item>
            <Menu.Item
              leftSection={<IconEyeOff size={15} />}
              disabled={!onStage}
              onClick={() => change(hiding(scene, [card.number]))}
            >
              {t("explore.card.hide")}
            </Menu.Item>
            <Menu.Item
              leftSection={<IconFolderPlus size={15} />}
              onClick={() =>
                change({
                  accounts: [card.number],
                  cluster: null,
                  report: null,
                  steps: [],
                  select: [card.number],
                })
              }
            >
              {t("explore.card.around")}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </div>
      {card.exitKind === null && (
        <AddToCase accounts={[card.number]} name={card.holderName ?? card.number} />
      )}
    </div>
  );
}

function Statements({ card }: { card: Card }) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (card.exitKind !== null) return null;
  return (
    <Section title={t("explore.card.statements")}>
      {card.statements.length === 0 ? (
        <p className={shared.soft}>{t("explore.card.noStatements")}</p>
      ) : (
        <div className={classes.statements}>
          {card.statements.map((statement) => (
            <span key={statement.id}>
              {statement.from === null ? "…" : formatDate(statement.from, language)} –{" "}
              {statement.to === null ? "…" : formatDate(statement.to, language)}
            </span>
          ))}
          {missingDays(card.statements).map(([from, until]) => (
            <span key={from} className={classes.missing}>
              {t("explore.card.missing", { days: formatPeriod(from, until, language) })}
            </span>
          ))}
        </div>
      )}
    </Section>
  );
}
