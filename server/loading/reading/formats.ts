import { camtReader } from "../readers/camt/camt-reader.ts";
import { htmlReader } from "../readers/html/html-reader.ts";
import { mt940Reader } from "../readers/mt940/mt940-reader.ts";
import { odsReader } from "../readers/ods/ods-reader.ts";
import { oneCReader } from "../readers/one-c/one-c-reader.ts";
import { pdfReader } from "../readers/pdf/pdf-reader.ts";
import { spreadsheetMlReader } from "../readers/spreadsheet-ml/spreadsheet-ml-reader.ts";
import { textReader } from "../readers/text-reader.ts";
import { xlsReader } from "../readers/xls/xls-reader.ts";
import { xlsxReader } from "../readers/xlsx/xlsx-reader.ts";
import type { ChoosingReader, ItemReader, TableReader } from "../record/input-file.ts";

/** Formats whose fields have a fixed meaning, asked first. */
export const ITEM_READERS: readonly ItemReader[] = [camtReader, oneCReader, mt940Reader];

/** Formats of which only the whole file tells what they are. */
export const CHOOSING_READERS: readonly ChoosingReader[] = [pdfReader];

/** Formats that are tables; delimited text last, because nearly anything is text. */
export const TABLE_READERS: readonly TableReader[] = [
  odsReader,
  xlsxReader,
  xlsReader,
  spreadsheetMlReader,
  htmlReader,
  textReader,
];
