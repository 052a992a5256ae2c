import { Button } from "@mantine/core";
import { IconFileUpload } from "@tabler/icons-react";
import { type DragEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { chosenFiles, type DroppedFile, droppedFiles } from "./dropped-files.ts";
import classes from "./load.module.css";

/**
 * Takes files and whole folders, dropped or chosen; what they are is recognised by their content on
 * the server.
 */
export function DropZone({ onFiles }: { onFiles: (files: DroppedFile[]) => void }) {
  const { t } = useTranslation();
  const [over, setOver] = useState(false);
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  useEffect(() => folder.current?.setAttribute("webkitdirectory", ""), []);
  // A file dropped beside the zone would open in its place and take the page, with its uploads,
  // away.
  useEffect(() => {
    const stay = (event: globalThis.DragEvent) => event.preventDefault();
    window.addEventListener("dragover", stay);
    window.addEventListener("drop", stay);
    return () => {
      window.removeEventListener("dragover", stay);
      window.removeEventListener("drop", stay);
    };
  }, []);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void droppedFiles(event.dataTransfer).then(onFiles);
  };
  return (
    <section
      className={classes.zone}
      data-over={over || undefined}
      aria-label={t("load.drop.title")}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <IconFileUpload size={26} stroke={1.5} className={classes.zoneIcon} aria-hidden />
      <div className={classes.zoneText}>
        <strong>{t("load.drop.title")}</strong>
        <span>{t("load.drop.text")}</span>
      </div>
      <div className={classes.zoneActions}>
        <Button variant="filled" onClick={() => files.current?.click()}>
          {t("load.drop.files")}
        </Button>
        <Button onClick={() => folder.current?.click()}>{t("load.drop.folder")}</Button>
      </div>
      <input
        ref={files}
        type="file"
        multiple
        hidden
        data-testid="files"
        aria-label={t("load.drop.files")}
        onChange={(event) => {
          onFiles(chosenFiles(event.currentTarget.files));
          event.currentTarget.value = "";
        }}
      />
      <input
        ref={folder}
        type="file"
        multiple
        hidden
        aria-label={t("load.drop.folder")}
        onChange={(event) => {
          onFiles(chosenFiles(event.currentTarget.files));
          event.currentTarget.value = "";
        }}
      />
    </section>
  );
}
