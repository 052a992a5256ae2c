import type { GuardedXml, XmlEvents } from "../../../xml/guarded.ts";
import type { Identifiers } from "../../cells/identifiers.ts";
import type { LoadItem } from "../../record/load-item.ts";
import { brokenFile } from "../broken-file.ts";
import { ownAccount } from "./camt-parties.ts";
import type { Element } from "./element.ts";
import { entryItems } from "./entry.ts";
import { statementItems } from "./statement.ts";

const STATEMENTS = new Set(["Stmt", "Rpt", "Ntfctn"]);
/** Elements of one entry; a batch of ten thousand transactions has about a million. */
const MOST_ELEMENTS = 3_000_000;
/** Characters of an entry kept as evidence with each of its transfers. */
const LONGEST_RAW = 20_000;

/**
 * Builds each entry of the message as it comes and hands its items on, so that memory holds one
 * entry. The head of the statement (account, balances) stands before its entries and is kept until
 * it ends.
 */
export function messageCollector(
  file: string,
  identifiers: Identifiers,
  take: (items: readonly LoadItem[]) => void,
) {
  const path: Element[] = [];
  let statement: Element | null = null;
  let elements = 0;
  let operation = 0;
  let seen = false;
  const next = () => ({ row: ++operation });

  const finishEntry = (entry: Element, raw: string) => {
    const own = ownAccount(statement ?? undefined);
    const kept = raw.length > LONGEST_RAW ? `${raw.slice(0, LONGEST_RAW)}…` : raw;
    const notification = statement?.name === "Ntfctn";
    take(entryItems(entry, kept, { own, identifiers, next, notification }));
    elements = 0;
  };

  const finishStatement = (ended: Element) => {
    const own = ownAccount(ended);
    const raw = `${ended.name} ${own.number}`;
    take(statementItems(ended, own, { row: Math.max(1, operation) }, raw, identifiers));
    statement = null;
  };

  const events = (xml: () => GuardedXml): XmlEvents => ({
    open(name, attributes) {
      if (statement === null) {
        if (!STATEMENTS.has(name)) return;
        seen = true;
        statement = { name, attributes, children: [], text: "" };
        path.push(statement);
        return;
      }
      const element: Element = { name, attributes, children: [], text: "" };
      elements++;
      if (elements > MOST_ELEMENTS) throw tooLarge(file);
      if (name === "Ntry" && path.length === 1) xml().mark();
      else path.at(-1)?.children.push(element);
      path.push(element);
    },
    text(piece) {
      const element = path.at(-1);
      if (element) element.text += piece;
    },
    close() {
      const element = path.pop();
      if (element === undefined) return;
      if (path.length === 0) finishStatement(element);
      else if (element.name === "Ntry" && path.length === 1) finishEntry(element, xml().marked());
      // Only leaves have texts that matter; between elements there is white space.
      if (element.children.length > 0) element.text = "";
    },
  });
  return { events, seen: () => seen };
}

function tooLarge(file: string) {
  return brokenFile(
    file,
    "camt-entry-too-large",
    `one entry holds more than ${MOST_ELEMENTS} elements.`,
    "Ask the bank for the transactions of the batch as entries of their own.",
  );
}
