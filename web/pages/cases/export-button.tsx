import { Button, Menu, Tooltip } from "@mantine/core";
import { IconChevronDown, IconFileZip } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { type DocumentLanguage, documentLanguage } from "../../../contract/document-language.ts";
import { useLanguage } from "../../i18n/use-language.ts";

/**
 * Exports in the language of the screen; the arrow chooses another one for the documents inside.
 */
export function ExportButton({
  busy,
  onExport,
}: {
  busy: boolean;
  onExport: (language: DocumentLanguage, disclosure?: boolean) => void;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <Button.Group>
      <Tooltip label={t("cases.exportHint")} multiline maw={320}>
        <Button
          variant="filled"
          leftSection={<IconFileZip size={15} />}
          loading={busy}
          onClick={() => onExport(language)}
        >
          {t("cases.export")}
        </Button>
      </Tooltip>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="filled" px={6} disabled={busy} aria-label={t("cases.exportLanguage")}>
            <IconChevronDown size={15} />
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{t("cases.exportLanguage")}</Menu.Label>
          {documentLanguage.options.map((option) => (
            <Menu.Item key={option} onClick={() => onExport(option)}>
              {t(`cases.languages.${option}`)}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Label>{t("cases.disclosure.label")}</Menu.Label>
          {documentLanguage.options.map((option) => (
            <Menu.Item key={option} onClick={() => onExport(option, true)}>
              {t("cases.disclosure.copy", { language: t(`cases.languages.${option}`) })}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </Button.Group>
  );
}
