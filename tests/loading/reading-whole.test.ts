import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isUserError } from "../../server/errors/user-error.ts";
import type { FileKind } from "../../server/loading/record/input-file.ts";
import { fuzzing } from "../support/fuzzing.ts";
import { csv, readText } from "../support/read-text.ts";

const ACCOUNTS = [
  "KZ04722KZT7000000000",
  "KZ516010007055433021",
  "KZ62722KZT7047514018",
  "",
  "KZ51601******433021",
  "77011234567",
];
const values = {
  date: fc.constantFrom(
    "2026-03-02T10:00:00+05:00",
    "02.03.2026",
    "",
    "31.02.2026",
    "46083",
    "итого",
    "2026-03-02 10:00",
  ),
  amount: fc.constantFrom("100.00", "1 500,50", "", "0", "-5", "сто", "1.005", "1e3", "(20)"),
  account: fc.constantFrom(...ACCOUNTS),
  text: fc.string({
    unit: fc.constantFrom("а", "Ж", '"', ";", ",", "\n", " ", "1", "-", "'", "="),
    maxLength: 6,
  }),
};

const HEADERS: Readonly<
  Record<string, { kind: FileKind; columns: readonly (readonly [string, keyof typeof values])[] }>
> = {
  canonical: {
    kind: "transfers",
    columns: [
      ["transfer_id", "text"],
      ["booked_at", "date"],
      ["amount", "amount"],
      ["currency", "text"],
      ["from_account", "account"],
      ["to_account", "account"],
      ["channel", "text"],
      ["purpose", "text"],
    ],
  },
  form: {
    kind: "transfers",
    columns: [
      ["Дата операции", "date"],
      ["Сумма", "amount"],
      ["Наименование плательщика", "text"],
      ["Счет плательщика", "account"],
      ["Наименование получателя", "text"],
      ["Счет получателя", "account"],
      ["Назначение платежа", "text"],
    ],
  },
  statement: {
    kind: "transfers",
    columns: [
      ["Счет клиента", "account"],
      ["Дата", "date"],
      ["Дебет", "amount"],
      ["Кредит", "amount"],
      ["Счет корреспондента", "account"],
      ["Назначение", "text"],
    ],
  },
  accounts: {
    kind: "accounts",
    columns: [
      ["account", "account"],
      ["holder_name", "text"],
      ["opened_at", "date"],
    ],
  },
  reports: {
    kind: "reports",
    columns: [
      ["report_id", "text"],
      ["reported_at", "date"],
      ["victim_account", "account"],
      ["amount", "amount"],
    ],
  },
  statements: {
    kind: "statements",
    columns: [
      ["account", "account"],
      ["from", "date"],
      ["to", "date"],
      ["opening", "amount"],
    ],
  },
  sessions: {
    kind: "sessions",
    columns: [
      ["account", "account"],
      ["at", "date"],
      ["event", "text"],
      ["device_id", "text"],
    ],
  },
  labels: {
    kind: "labels",
    columns: [
      ["account", "account"],
      ["label", "text"],
    ],
  },
};

const files = fc.constantFrom(...Object.values(HEADERS)).chain(({ kind, columns }) =>
  fc.record({
    kind: fc.constant(kind),
    header: fc.constant(columns.map(([name]) => name)),
    rows: fc.array(fc.tuple(...columns.map(([, look]) => values[look])), { maxLength: 12 }),
    delimiter: fc.constantFrom(";", ",", "\t", "|"),
  }),
);

describe("a whole file", () => {
  it("loses no row: each becomes exactly one item, and what is skipped held nothing of a transfer", async () => {
    await fc.assert(
      fc.asyncProperty(files, async ({ kind, header, rows, delimiter }) => {
        const { items } = await readText(csv([header, ...rows], delimiter), { kind });
        const rowItems = items.filter((item) => item.kind !== "statement");
        expect(rowItems.length).toBe(rows.length + 1);
        const one = {
          transfers: "transfer",
          accounts: "account",
          reports: "report",
          statements: "held",
          labels: "label",
          sessions: "session",
        }[kind];
        for (const item of rowItems.slice(1)) {
          expect([one, "refused", "skipped"]).toContain(item.kind);
          const cells = rows[rowItems.indexOf(item) - 1] ?? [];
          const counterparties = cells.filter((_, column) => header[column] !== "Счет клиента");
          if (item.kind === "refused") expect(item.cells).toEqual(cells);
          if (item.kind === "skipped" && kind === "transfers")
            expect(counterparties.filter((cell) => ACCOUNTS.slice(0, 3).includes(cell))).toEqual(
              [],
            );
        }
        const lines = rowItems.map(({ position }) => position.row);
        expect(lines).toEqual([...new Set(lines)].sort((left, right) => left - right));
      }),
      fuzzing(150),
    );
  });

  it("is read or refused with a remedy, whatever its bytes: never a crash", async () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 400 }),
      fc
        .string({ unit: fc.constantFrom(...'Дата;Сумма,"\n\r\t|0123.KZ-'), maxLength: 300 })
        .map((text) => Buffer.from(text)),
      fc
        .string({ unit: fc.constantFrom(...'Дата;Сумма,"\n0123.KZ'), maxLength: 300 })
        .map((text) => Buffer.from(text, "utf16le")),
    );
    await fc.assert(
      fc.asyncProperty(bytes, async (content) => {
        try {
          await readText(Buffer.from(content));
        } catch (error) {
          if (!isUserError(error)) throw error;
          expect(error.remedy.length).toBeGreaterThan(10);
        }
      }),
      fuzzing(200),
    );
  });
});
