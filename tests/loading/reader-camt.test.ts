import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import iconv from "iconv-lite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { camtReader } from "../../server/loading/readers/camt/camt-reader.ts";
import type { TransferItem } from "../../server/loading/record/load-item.ts";
import { itemsOf, refusalOf, writeInput } from "../support/reading.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "camt-"));
});
afterAll(() => rm(folder, { recursive: true }));

const OWN = "KZ04722KZT7000000000";
const OTHER = "KZ806010007079190030";
const ACCOUNT = `<Acct><Id><IBAN>${OWN}</IBAN></Id><Ccy>KZT</Ccy><Ownr><Nm>АХМЕТОВ НУРЛАН</Nm></Ownr></Acct>`;
const balance = (code: string, amount: string, mark = "CRDT", currency = "KZT") =>
  `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp><Amt Ccy="${currency}">${amount}</Amt><CdtDbtInd>${mark}</CdtDbtInd><Dt><Dt>2026-03-04</Dt></Dt></Bal>`;
const party = (role: "Dbtr" | "Cdtr", name: string, account: string) =>
  `<${role}><Nm>${name}</Nm></${role}><${role}Acct><Id><IBAN>${account}</IBAN></Id></${role}Acct>`;

function entry(amount: string, mark: "CRDT" | "DBIT", rest = "", details = "") {
  const state = rest.includes("<Sts>") ? "" : "<Sts>BOOK</Sts>";
  const date = rest.includes("<BookgDt>")
    ? ""
    : "<BookgDt><DtTm>2026-03-04T10:15:00+05:00</DtTm></BookgDt>";
  return `<Ntry><Amt Ccy="KZT">${amount}</Amt><CdtDbtInd>${mark}</CdtDbtInd>${state}${date}${rest}${details ? `<NtryDtls>${details}</NtryDtls>` : ""}</Ntry>`;
}

function message(body: string, part = "Stmt", version = "053.001.08") {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.${version}"><BkToCstmrStmt><${part}>${body}</${part}></BkToCstmrStmt></Document>`;
}

async function read(xml: string | Buffer) {
  return itemsOf(camtReader, await writeInput(folder, "a.xml", xml));
}

/** What the account gained (+) or lost (−) by the items. */
function movedBy(items: readonly unknown[]): bigint {
  return (items as TransferItem[])
    .filter((item) => item.kind === "transfer")
    .reduce((sum, item) => {
      const size = item.accountAmount?.amount ?? item.amount;
      return item.ownSide === "to" ? sum + size : sum - size;
    }, 0n);
}

describe("camt", () => {
  it("gives each entry as a transfer with its source text, and the statement with signed balances", async () => {
    const details = `<TxDtls><Refs><EndToEndId>E1</EndToEndId><UETR>u-1</UETR></Refs><RltdPties>${party("Dbtr", "ТОО Ромашка", OTHER)}</RltdPties><Purp><Prtry>119</Prtry></Purp><RmtInf><Ustrd>Возврат</Ustrd><Ustrd>долга</Ustrd></RmtInf></TxDtls>`;
    const row = entry("234.56", "CRDT", "<NtryRef>7</NtryRef>", details);
    const items = await read(
      message(`${ACCOUNT}${balance("OPBD", "100", "DBIT")}${balance("CLBD", "134.56")}${row}`),
    );
    expect(items).toMatchObject([
      {
        kind: "transfer",
        position: { row: 1 },
        raw: row,
        amount: 23_456n,
        bookedAt: Date.UTC(2026, 2, 4, 5, 15),
        zone: "+05:00",
        dayOnly: false,
        ownSide: "to",
        from: { account: OTHER, name: "ТОО Ромашка" },
        to: { account: OWN, name: "АХМЕТОВ НУРЛАН" },
        purpose: "Возврат долга",
        purposeCode: "119",
        documentNumber: "E1",
        extra: { UETR: "u-1", NtryRef: "7" },
        warnings: [],
      },
      { kind: "statement", account: OWN, opening: -10_000n, closing: 13_456n, currency: "KZT" },
    ]);
  });

  it("splits a batch by its own amounts, by underlying amounts, and by these with charges, whichever adds up", async () => {
    const own = (amount: string) => `<TxDtls><Amt Ccy="KZT">${amount}</Amt></TxDtls>`;
    const underlying = (amount: string, fee: string) =>
      `<TxDtls><AmtDtls><TxAmt><Amt Ccy="KZT">${amount}</Amt></TxAmt></AmtDtls><Chrgs><Amt Ccy="KZT">${fee}</Amt></Chrgs></TxDtls>`;
    const items = await read(
      message(
        ACCOUNT +
          entry("30", "DBIT", "", own("10") + own("20")) +
          entry("30", "DBIT", "", underlying("10", "1") + underlying("20", "1")) +
          entry("32", "DBIT", "", underlying("10", "1") + underlying("20", "1")),
      ),
    );
    expect(
      items.map(
        (item) =>
          item.kind === "transfer" && [item.amount, item.accountAmount?.amount ?? null, item.fee],
      ),
    ).toEqual([
      [1_000n, null, null],
      [2_000n, null, null],
      [1_000n, null, 100n],
      [2_000n, null, 100n],
      [1_000n, 1_100n, 100n],
      [2_000n, 2_100n, 100n],
      false,
    ]);
    expect(movedBy(items)).toBe(-9_200n);
  });

  it("nets transactions of both directions within one entry", async () => {
    const one = (amount: string, mark: string) =>
      `<TxDtls><Amt Ccy="KZT">${amount}</Amt><CdtDbtInd>${mark}</CdtDbtInd></TxDtls>`;
    const items = await read(
      message(ACCOUNT + entry("70", "CRDT", "", one("100", "CRDT") + one("30", "DBIT"))),
    );
    expect(items.map((item) => item.kind === "transfer" && [item.ownSide, item.amount])).toEqual([
      ["to", 10_000n],
      ["from", 3_000n],
      false,
    ]);
  });

  it("loads a batch that does not add up as one transfer and says so; equal parties are kept", async () => {
    const one = `<TxDtls><Amt Ccy="KZT">1</Amt><RltdPties>${party("Dbtr", "ТОО Ромашка", OTHER)}</RltdPties></TxDtls>`;
    const [item] = await read(message(ACCOUNT + entry("30", "CRDT", "", one + one)));
    expect(item).toMatchObject({
      amount: 3_000n,
      from: { account: OTHER, name: "ТОО Ромашка" },
      warnings: [{ code: "batch-not-split" }],
    });
    const foreign = (amount: string) => `<TxDtls><Amt Ccy="USD">${amount}</Amt></TxDtls>`;
    const [other] = await read(
      message(ACCOUNT + entry("30", "CRDT", "", foreign("10") + foreign("20"))),
    );
    expect(other).toMatchObject({ amount: 3_000n, currency: "KZT" });
  });

  it("finds the other side of a reversal by account, whichever way the bank names debtor and creditor", async () => {
    const parties = [
      party("Dbtr", "АХМЕТОВ НУРЛАН", OWN) + party("Cdtr", "ТОО Ромашка", OTHER),
      party("Dbtr", "ТОО Ромашка", OTHER) + party("Cdtr", "АХМЕТОВ НУРЛАН", OWN),
    ];
    const items = await read(
      message(
        ACCOUNT +
          parties
            .map((both) =>
              entry(
                "5",
                "CRDT",
                "<RvslInd>true</RvslInd>",
                `<TxDtls><RltdPties>${both}</RltdPties></TxDtls>`,
              ),
            )
            .join(""),
      ),
    );
    for (const item of items.slice(0, 2)) {
      expect(item).toMatchObject({
        reversal: true,
        ownSide: "to",
        from: { account: OTHER },
        to: { account: OWN },
      });
    }
  });

  it("reads version 8 parties and the identifications of Kazakh people, and no others", async () => {
    const id = (kind: string, number: string) =>
      `<Id><${kind}><Othr><Id>${number}</Id></Othr></${kind}></Id>`;
    const debtor = `<Dbtr><Pty><Nm>ТОО Ромашка</Nm>${id("OrgId", "990140000384")}</Pty></Dbtr>`;
    const creditor = `<Cdtr><Pty><Nm>GMBH</Nm>${id("OrgId", "DE99ZZZ00000012345")}</Pty></Cdtr>`;
    const items = await read(
      message(
        `<Acct><Id><IBAN>${OWN}</IBAN></Id><Ccy>KZT</Ccy></Acct>` +
          entry("5", "CRDT", "", `<TxDtls><RltdPties>${debtor}</RltdPties></TxDtls>`) +
          entry("5", "DBIT", "", `<TxDtls><RltdPties>${creditor}</RltdPties></TxDtls>`),
      ),
    );
    expect(items[0]).toMatchObject({
      from: { name: "ТОО Ромашка", iin: "990140000384", holderKind: "organisation" },
    });
    expect(items[1]).toMatchObject({ to: { name: "GMBH", iin: null } });
  });

  it("refuses entries that are not booked, have no date, direction or amount, and reads the rest", async () => {
    const items = await read(
      message(
        ACCOUNT +
          entry("5", "CRDT", "<Sts>PDNG</Sts>") +
          entry("5", "CRDT", "<Sts><Cd>PDNG</Cd></Sts>".replace("<Sts>", "<Sts>")) +
          entry("5", "CRDT", "<BookgDt><Dt>2026-02-31</Dt></BookgDt>") +
          entry("5.123", "CRDT") +
          entry("0", "CRDT") +
          entry("5", "CRDT").replace("CRDT", "XXXX") +
          entry("5", "CRDT"),
      ),
    );
    expect(items.map((item) => (item.kind === "refused" ? item.code : item.kind))).toEqual([
      "not-booked",
      "not-booked",
      "date-not-understood",
      "amount-too-many-decimals",
      "amount-zero",
      "direction-unknown",
      "transfer",
      "statement",
    ]);
  });

  it("takes a period to midnight and balances in another currency for what they are", async () => {
    const period =
      "<FrToDt><FrDtTm>2026-03-01T00:00:00+05:00</FrDtTm><ToDtTm>2026-04-01T00:00:00+05:00</ToDtTm></FrToDt>";
    const [item] = await read(
      message(`${period}${ACCOUNT}${balance("OPBD", "1")}${balance("CLBD", "2", "CRDT", "USD")}`),
    );
    expect(item).toMatchObject({
      from: Date.UTC(2026, 1, 28, 19),
      to: Date.UTC(2026, 2, 31, 19) - 1,
      opening: 100n,
      closing: null,
    });
  });

  it("makes no statement of a notification, whose entries are not all there are", async () => {
    expect(await read(message(ACCOUNT + entry("5", "CRDT"), "Ntfctn", "054.001.02"))).toMatchObject(
      [{ kind: "transfer" }],
    );
  });

  it("reads prefixed names, windows-1251 and UTF-16", async () => {
    const xml = message(ACCOUNT + entry("5", "CRDT"));
    const prefixed = xml.replace(/<(\/?)(?=[A-Z])/g, "<$1ns2:").replace("xmlns=", "xmlns:ns2=");
    for (const bytes of [
      Buffer.from(prefixed),
      iconv.encode(xml.replace("UTF-8", "windows-1251"), "windows-1251"),
      iconv.encode(xml.replace("UTF-8", "UTF-16"), "utf-16le", { addBOM: true }),
    ]) {
      expect(camtReader.recognises(bytes)).toBe(true);
      expect(await read(bytes)).toMatchObject([
        { to: { name: "АХМЕТОВ НУРЛАН" }, amount: 500n },
        { kind: "statement" },
      ]);
    }
  });
});

describe("camt that is not what it says", () => {
  const good = message(ACCOUNT + entry("5", "CRDT"));
  const doctype = (body: string) => good.replace("?>\n", `?>\n<!DOCTYPE x [${body}]>\n`);

  it.each([
    [
      "an outside entity",
      doctype('<!ENTITY f SYSTEM "file:///etc/passwd">').replace("АХМЕТОВ НУРЛАН", "&f;"),
      "xml-doctype",
    ],
    [
      "laughs",
      doctype('<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">').replace("АХМЕТОВ НУРЛАН", "&b;"),
      "xml-doctype",
    ],
    ["depth without end", good.replace("<Ntry>", "<Ntry>".repeat(200_000)), "xml-too-deep"],
    [
      "a text of many megabytes",
      good.replace("АХМЕТОВ", "А".repeat(5_000_000)),
      "xml-text-too-long",
    ],
    [
      "an attribute of many megabytes",
      good.replace('Ccy="KZT"', `Ccy="${"K".repeat(5_000_000)}"`),
      "xml-text-too-long",
    ],
    [
      "attributes without end",
      good.replace(
        "<Ntry>",
        `<Ntry ${Array.from({ length: 400 }, (_, i) => `a${i}=""`).join(" ")}>`,
      ),
      "xml-too-many-attributes",
    ],
    ["an end in the middle", good.slice(0, -200), "xml-broken"],
    ["no statement", good.replace(/<Stmt>.*<\/Stmt>/s, ""), "camt-nothing"],
    ["bytes that are not UTF-8", iconv.encode(good, "windows-1251"), "xml-encoding-broken"],
    ["an unknown encoding", good.replace("UTF-8", "x-unheard-of"), "xml-encoding-unknown"],
  ])("%s is refused", async (_, xml, code) => {
    const file = await writeInput(
      folder,
      "evil.xml",
      typeof xml === "string" ? xml : Buffer.from(xml),
    );
    const before = process.memoryUsage().rss;
    const refusal = await refusalOf(() => itemsOf(camtReader, file));
    expect([refusal.code, refusal.message.includes("evil.xml")]).toEqual([code, true]);
    expect(process.memoryUsage().rss - before).toBeLessThan(150 * 2 ** 20);
  });
});
