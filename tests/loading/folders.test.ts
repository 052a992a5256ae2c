import { posix } from "node:path";
import { describe, expect, it } from "vitest";
import { filesOf, importsOf } from "../support/imports.ts";

const ROOM = "server/loading/";
const sources = filesOf(/^server\/loading\/.*\.ts$/);
/** As in docs/ARCHITECTURE.md: a folder imports only folders before it. */
const ORDER = [
  "memory",
  "record",
  "data-folder",
  "cells",
  "columns",
  "readers",
  "tables",
  "reading",
  "apart",
  "sources",
  "statements",
  "duplicates",
  "pipe",
  "bolt",
  "bulk",
  "uploads",
  ".",
  "watched",
];
/** Tables of data may be long. */
const TABLES = ["heading-dictionary.ts"];

/** The folder of loading a path lies in; "." for the files above all folders. */
function folderOf(path: string): string {
  const folder = posix.dirname(posix.relative(ROOM, path));
  return folder.split("/")[0] ?? ".";
}

/** Imports that run against the order, as "file -> what it imports". */
function against(files: ReadonlyMap<string, string>): string[] {
  return [...files].flatMap(([path, text]) =>
    importsOf(path, text)
      .filter((target) => target.startsWith(ROOM))
      .filter((target) => ORDER.indexOf(folderOf(target)) > ORDER.indexOf(folderOf(path)))
      .map((target) => `${path} -> ${target}`),
  );
}

describe("the folders of loading", () => {
  it("are all in the list, and import only folders before them", () => {
    const folders = new Set([...sources.keys()].map(folderOf));
    expect([...folders].filter((folder) => !ORDER.includes(folder))).toEqual([]);
    expect(against(sources)).toEqual([]);
    const planted = `${ROOM}record/planted.ts`;
    const target = `${ROOM}pipe/pipe.ts`;
    const line = 'import type { PipedSource } from "../pipe/pipe.ts";';
    expect(against(new Map([[planted, line]]))).toEqual([`${planted} -> ${target}`]);
  });

  it("have readers that import no other format's folder but that of XLSX", () => {
    const formats = [...sources].flatMap(([path, text]) => {
      const own = /readers\/([^/]+)\//.exec(path)?.[1] ?? "shared";
      return importsOf(path, text)
        .map((name) => /server\/loading\/readers\/([^/]+)\//.exec(name)?.[1] ?? own)
        .filter((other) => path.includes("/readers/") && other !== own && other !== "xlsx")
        .map((other) => `${path} -> ${other}`);
    });
    expect(formats).toEqual([]);
  });

  it("hold no file name twice, and no file of more than 400 lines", () => {
    const names = [...sources.keys()].map((path) => posix.basename(path));
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
    const long = [...sources].filter(
      ([path, text]) => text.split("\n").length > 401 && !TABLES.includes(posix.basename(path)),
    );
    expect(long.map(([path]) => path)).toEqual([]);
  });
});
