import { open } from "node:fs/promises";
import iconv from "iconv-lite";
import { currencyCode } from "../../cells/currency.ts";
import { createIdentifiers } from "../../cells/identifiers.ts";
import type { InputFile, ItemReader, ReadOptions } from "../../record/input-file.ts";
import type { LoadItem } from "../../record/load-item.ts";
import { brokenFile } from "../broken-file.ts";
import { accountItem } from "./account.ts";
import { documentItem, type OneCContext } from "./document.ts";
import { ACCOUNT_KEYS, DOCUMENT_KEYS, fieldOf, PARTIES, partyOf } from "./keys.ts";
import { oneCEncoding } from "./one-c-encoding.ts";
import { readSections } from "./sections.ts";

/**
 * 1CClientBankExchange, the exchange standard of 1C with bank clients, in the Kazakh and the
 * Russian dialect.
 */
export const oneCReader: ItemReader = {
  format: "1c",
  recognises: (head) => oneCEncoding(head) !== null,
  items,
};

const HEAD = 64 * 1024;

async function* items(file: InputFile, options: ReadOptions): AsyncGenerator<readonly LoadItem[]> {
  const { encoding, sender } = await inspect(file);
  const context: OneCContext = {
    own: await ownAccounts(file, encoding, options),
    bank: sender,
    identifiers: createIdentifiers(false),
  };
  for await (const parts of readSections(file, encoding, options)) {
    const batch = parts.flatMap((part): LoadItem[] => {
      if (part.kind === "header") return [];
      return part.kind === "account" ? accountItem(part, context) : [documentItem(part, context)];
    });
    if (batch.length > 0) yield batch;
  }
}

/** Encoding and sender, from the file's two ends; a file without its last line was cut off. */
async function inspect(file: InputFile): Promise<{ encoding: string; sender: string | null }> {
  const handle = await open(file.path, "r");
  try {
    const read = async (position: number) => {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD), 0, HEAD, position);
      return buffer.subarray(0, bytesRead);
    };
    const head = await read(0);
    const encoding = oneCEncoding(head);
    if (encoding === null) {
      const remedy = "Load it under the name and in the form the bank gave it.";
      throw brokenFile(
        file.name,
        "not-1c",
        "it does not begin as a 1CClientBankExchange file.",
        remedy,
      );
    }
    const tail = iconv.decode(await read(Math.max(0, file.bytes - (HEAD - (HEAD % 4)))), encoding);
    if (!/^[ \t]*конецфайла/im.test(tail)) {
      throw brokenFile(
        file.name,
        "1c-cut-off",
        "its last line КонецФайла is missing: the file was cut off.",
        "Ask the sender for the file again. If this bank never writes that line, add it at the end and load again.",
      );
    }
    const sender = /^[ \t]*отправитель[ \t]*=(.*)$/im
      .exec(iconv.decode(head, encoding))?.[1]
      ?.trim();
    return { encoding, sender: sender || null };
  } finally {
    await handle.close();
  }
}

/**
 * Accounts whose statement the file is, from the heading and the account sections (which may come
 * after the first documents). Their currencies are those the documents name, because the account
 * sections name none.
 */
async function ownAccounts(
  file: InputFile,
  encoding: string,
  options: ReadOptions,
): Promise<OneCContext["own"]> {
  const { account } = createIdentifiers(false);
  const own = new Map<string, string | null>();
  const signal = options.signal ? { signal: options.signal } : {};
  for await (const parts of readSections(file, encoding, signal)) {
    for (const part of parts) {
      if (part.kind === "document") {
        const currency = currencyCode(fieldOf(part.fields, DOCUMENT_KEYS.currency));
        if (currency === null) continue;
        for (const party of PARTIES) {
          const { number } = account(partyOf(part.fields, party).account);
          if (number !== null && own.get(number) === null) own.set(number, currency);
        }
        continue;
      }
      const inHeading = part.kind === "header" && part.key === "расчсчет" ? part.value : "";
      const text = part.kind === "account" ? fieldOf(part.fields, ACCOUNT_KEYS.account) : inHeading;
      const { number } = account(text);
      if (number !== null && !own.has(number)) own.set(number, null);
    }
  }
  return own;
}
