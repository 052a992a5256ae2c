import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { ClaimStatus } from "../../contract/claim-steps.ts";
import { bankPaper, type PaperFormat } from "../../contract/papers.ts";
import { commonOf, commonPapers, planCommon } from "../../server/evidence/papers/common-letters.ts";
import { commonValues } from "../../server/evidence/papers/common-values.ts";
import { builtIn } from "../../server/evidence/papers/papers.store.ts";
import { claimPapers } from "../../server/evidence/papers/papers.ts";
import { COMMON_WORDS } from "../../server/evidence/texts/papers/common.ts";
import { caseFacts } from "../support/case-facts.ts";
import { kzIban } from "../support/kz-iban.ts";
import { bareDossier } from "../support/paper-facts.ts";
import { FORTE, KASPI, LANGUAGES, linesOf, party } from "../support/written-papers.ts";

/**
 * Three victims paid two holders at one bank; the money of the last came through another account.
 */
function claims(status: ClaimStatus = "approved") {
  return claimsOf(
    [
      { from: "v1", to: KASPI, amount: 1_000_00n, stolen: "25750011" },
      { from: "v2", to: KASPI, amount: 250_50n, stolen: "25750012" },
      { from: "v3", to: FORTE, amount: 400_00n, stolen: "25750013" },
      { from: FORTE, to: KASPI, amount: 100_00n },
    ],
    status,
  );
}

const SECOND = kzIban("722", "7");

function claimsOf(events: Parameters<typeof caseFacts>[0], status: ClaimStatus = "approved") {
  const facts = caseFacts(events);
  const named = ["Сапарова Айгүл", "Ким Олег", "Ли Вера", "Ли Вера"];
  return facts.claims.map((one, at) => {
    const claim = { ...one, status };
    const dossier = bareDossier(claim, {
      victim: { ...party(named[at] ?? ""), iin: "850101400120" },
      defendant: party("Омаров Данияр"),
      accounts: [{ number: claim.lines[0]?.to ?? "", bank: null }],
    });
    const rest = { office: null, fingerprint: "ab".repeat(32), day: "2026-11-29" };
    return { facts: { ...facts, claims: [claim] }, claim, dossier, ...rest };
  });
}

/** Money of the first victim went on to another account of the same bank: two claims, one loss. */
function sharing() {
  return claimsOf([
    { from: "v1", to: KASPI, amount: 1_000_00n, stolen: "25750011" },
    { from: "v2", to: KASPI, amount: 250_50n, stolen: "25750012" },
    { from: KASPI, to: SECOND, amount: 300_00n },
  ]);
}

const wanted = (language: "ru" | "kk") =>
  ({ kinds: bankPaper.options, language, together: true, known: null }) as const;
const print = (
  all: ReturnType<typeof claims>,
  language: "ru" | "kk",
  formats: readonly PaperFormat[] = ["docx"],
) =>
  commonPapers(planCommon(all, wanted(language)).letters, {
    ...{ language, formats },
    template: (kind) => builtIn(`common-${kind}`, language),
  });

describe("a letter to a bank over several claims", () => {
  it("is one a bank and kind, in each language; one claim alone keeps its own", async () => {
    const all = claims();
    const plan = planCommon(all, wanted("ru"));
    expect(plan.letters.map(({ kind, members }) => [kind, members.length])).toEqual(
      bankPaper.options.map((kind) => [kind, 3]),
    );
    const alone = all.find(({ claim }) => claim.lines[0]?.to === FORTE)?.claim.id ?? "";
    expect(plan.isElsewhere(alone, "freeze-request", "965")).toBe(false);
    expect(planCommon(all, { ...wanted("ru"), together: false }).letters).toEqual([]);
    for (const language of LANGUAGES) {
      const { files } = await print(all, language);
      expect(files).toHaveLength(3);
      expect((await print(all, language)).files).toEqual(files);
    }
  });

  it("has rows that add up to its totals, and says which rows were traced", async () => {
    const { files, made } = await print(claims(), "ru");
    const freeze = made.find(({ kind }) => kind === "freeze-request");
    expect(freeze).toMatchObject({ amount: 1_350_50n, bank: "722", reports: expect.anything() });
    expect(freeze?.claims).toHaveLength(3);
    expect(made.find(({ kind }) => kind === "statement-request")?.amount).toBe(null);
    const rows = freeze?.written?.values.lists.claims ?? [];
    const tiyn = (text: string | null = "") => BigInt((text ?? "").replace(/\D/g, ""));
    const last = rows.at(-1);
    for (const column of ["received", "asked"]) {
      const parts = rows.slice(0, -1).map((row) => tiyn(row[column]));
      expect(parts.reduce((sum, one) => sum + one, 0n)).toBe(tiyn(last?.[column]));
    }
    expect(last?.victim).toBe(COMMON_WORDS.ru.total);
    const body = files.find(({ fileName }) => /^приостановление.*docx$/.test(fileName))?.body;
    const said = linesOf(body ?? Buffer.of())
      .join("\n")
      .replaceAll("\u00a0", " ");
    expect(said).toContain("Строка 3. Деньги потерпевшего прослежены");
    expect(said).toContain("1 350,50 тенге");
  });

  it("counts a loss once that two claims ask for, and its rows name each other", async () => {
    const own = sharing();
    const body = (files: { fileName: string; body: Buffer }[], name: string) =>
      linesOf(files.find(({ fileName }) => fileName.startsWith(name))?.body ?? Buffer.of());
    const { files, made } = await print(own, "ru");
    for (const { kind, amount } of made)
      expect(amount).toBe(kind === "statement-request" ? null : 1_250_50n);
    const [one] = made.filter(({ kind }) => kind === "return-notice");
    const rows = one?.written?.values.lists.claims ?? [];
    expect(rows.map(({ asked }) => asked?.replaceAll("\u00a0", " "))).toEqual([
      "1 000,00 тенге",
      "250,50 тенге",
      "300,00 тенге",
      "1 250,50 тенге",
    ]);
    expect(rows[0]?.victim).toContain("тот же вред взыскивается и по строке 3");
    expect(rows[1]?.victim).toBe("Ким Олег");
    expect(rows[2]?.payee).toContain("тот же вред взыскивается и по строке 1");
    for (const name of ["приостановление", "запрос", "уведомление"])
      expect(body([...files], name).join("\n")).toContain("учтён один раз");
    // Of the first loss 900 came back: 100 is left of it for both rows together.
    const back = own.map(({ facts, ...rest }) => ({
      ...rest,
      facts: {
        ...facts,
        states: facts.states.map((state) =>
          state.claim.id === own[1]?.claim.id
            ? state
            : { ...state, outstanding: 100_00n, notBack: 100_00n },
        ),
        ledger: {
          ...facts.ledger,
          losses: facts.ledger.losses.map((loss) =>
            loss.lost === 1_000_00n ? { ...loss, cameBack: 900_00n } : loss,
          ),
        },
      },
    }));
    const later = (await print(back, "kk")).made.find(({ kind }) => kind === "freeze-request");
    expect(later?.amount).toBe(350_50n);
    expect(later?.written?.values.fields.repaid).toContain("900,00");
  });

  it("names the crime reports in the order of their numbers", () => {
    const numbers = ["260011110002", "260011110001", "99"];
    const all = claims().map((one, at) => {
      const claim = { ...one.claim, reports: [numbers[at] ?? "1"] };
      return { ...one, claim };
    });
    const [first, ...rest] = all;
    if (first === undefined) throw new Error("no claim was formed");
    const of = {
      kind: "freeze-request",
      bank: "722",
      language: "ru",
      all: [first, ...rest],
    } as const;
    const { fields } = commonValues(of);
    expect(fields.reports).toMatch(/99, 260011110001, 260011110002$/);
  });

  it("names joint defendants as joint, and counts their claim once", async () => {
    const [first, ...rest] = claims();
    if (first === undefined) throw new Error("no claim was formed");
    const joint = { why: "вместе", whyKk: null, by: "tester", at: 0, others: [] };
    const all = [{ ...first, claim: { ...first.claim, joint } }, ...rest];
    for (const language of LANGUAGES) {
      const { made } = await print(all, language);
      const [row, other] = made[1]?.written?.values.lists.claims ?? [];
      expect(row?.victim).toContain(`(${COMMON_WORDS[language].jointly})`);
      expect(other?.victim).not.toContain("(");
    }
  });

  it("says of a row whose joint defendant got nothing where the money came, and why he answers", async () => {
    const [first, second, ...rest] = claims();
    if (first === undefined || second === undefined) throw new Error("no claim was formed");
    const bolat = { ...party("Болат К."), iin: null };
    const halyk = kzIban("601", "5");
    const other = { key: "C1-P3", name: "Болат К.", iin: null, person: "C1-P3", accounts: [] };
    const joint = { why: "переписка", whyKk: "хат алмасу", by: "tester", at: 0, others: [other] };
    const jointly = (one: typeof first) => ({
      ...one,
      claim: { ...one.claim, joint },
      dossier: {
        ...one.dossier,
        coDefendants: [{ party: bolat, court: null, accounts: [{ number: halyk, bank: null }] }],
      },
    });
    const all = [jointly(first), jointly(second), ...rest];
    for (const [language, why] of [
      ["ru", "переписка"],
      ["kk", "хат алмасу"],
    ] as const) {
      const { files, made } = await print(all, language);
      const asked = files.filter(({ fileName }) => /601.*docx$/.test(fileName));
      expect(asked).toHaveLength(2);
      for (const { body } of asked) {
        const said = linesOf(body).join("\n");
        expect(said).toContain(why);
        expect(said).toContain(`${KASPI} (Омаров Данияр, `);
        expect(said).not.toContain(COMMON_WORDS[language].elsewhere("1"));
        expect(said).not.toMatch(/получили владельцы следующих счетов:|мына шоттардың иелері алды/);
      }
      const rows = made.find(({ bank }) => bank === "601")?.written?.values.lists.claims ?? [];
      const [{ received } = { received: "" }] = rows;
      expect(received).toBe(
        COMMON_WORDS[language].toOthers(
          `1\u00a0000,00\u00a0${language === "ru" ? "тенге" : "теңге"}`,
        ),
      );
    }
  });

  it("stands in the inventory of each of its claims, with its hash, and of no other", async () => {
    const all = claims();
    for (const language of LANGUAGES) {
      const { files } = await print(all, language);
      const listed = async (one: (typeof all)[number]) => {
        const made = await claimPapers(one, {
          ...{ kinds: ["transfers-list", "inventory"] as const, language, formats: ["docx"] },
          template: (kind) => builtIn(kind, language),
          beside: commonOf(one.claim.id, files, language),
        });
        return linesOf(made[1]?.body ?? Buffer.of());
      };
      const { folder } = COMMON_WORDS[language];
      for (const one of all) {
        const isAlone = one.claim.lines[0]?.to === FORTE;
        const inventory = await listed(one);
        const named = inventory.filter((line) => line.startsWith(`${folder}/`));
        expect(named).toHaveLength(isAlone ? 0 : 3);
        for (const { body } of isAlone ? [] : files)
          expect(inventory).toContain(createHash("sha256").update(body).digest("hex"));
      }
    }
  });

  it("has words in every blank", async () => {
    const unknown = claims().map((one) => {
      const claim = { ...one.claim, reports: [], victim: { ...one.claim.victim, accounts: [] } };
      const holder = { ...one.dossier.defendant, name: "", iin: null };
      const victim = { ...one.dossier.victim, name: "", iin: null };
      return { ...one, claim, dossier: { ...one.dossier, victim, defendant: holder } };
    });
    for (const language of LANGUAGES) {
      const { files } = await print(unknown, language);
      const said = files
        .filter(({ fileName }) => fileName.endsWith("docx"))
        .flatMap(({ body }) => linesOf(body))
        .join("\n");
      expect(said).toContain("____________ (");
      expect(said).not.toMatch(/\([a-z-]+(\.[a-z-]+)*\)/);
    }
  });

  it("of drafts says so, and is no letter", async () => {
    const { files, made } = await print(claims("draft"), "kk", ["pdf"]);
    expect(made).toEqual([]);
    expect(files).toHaveLength(3);
  });
});
