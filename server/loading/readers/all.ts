import type { ItemReader, TableReader } from "../reading.ts";
import { camtReader } from "./camt/reader.ts";
import { htmlReader } from "./html/reader.ts";
import { mt940Reader } from "./mt940/reader.ts";
import { oneCReader } from "./one-c/reader.ts";
import { spreadsheetMlReader } from "./spreadsheet-ml/reader.ts";
import { textReader } from "./text.ts";
import { xlsReader } from "./xls/reader.ts";
import { xlsxReader } from "./xlsx/reader.ts";

/** Formats whose fields have a fixed meaning, asked first. */
export const ITEM_READERS: readonly ItemReader[] = [camtReader, oneCReader, mt940Reader];

/** Formats that are tables; delimited text last, because nearly anything is text. */
export const TABLE_READERS: readonly TableReader[] = [
  xlsxReader,
  xlsReader,
  spreadsheetMlReader,
  htmlReader,
  textReader,
];
