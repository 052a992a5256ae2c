import type { TRANSFER_COLUMNS } from "../tables/transfers-table.ts";

/**
 * What the documents of a package say, in one language. Legal wording is the office's:
 * docs/evidence.md says what to check.
 */
export interface Texts {
  /** How the package is read and checked, for a court without our program. */
  readonly readme: (about: About) => string;
  /** The text on detection: its method, its error rate, and conclusions that must not be drawn. */
  readonly limits: (about: About) => string;
  readonly sheet: string;
  /** Cells of the workbook of transfers that are codes in the tables. */
  readonly sheetWords: SheetWords;
  readonly transferColumns: Readonly<Record<(typeof TRANSFER_COLUMNS)[number], string>>;
  readonly methods: Readonly<
    Record<
      "direct" | "fifo" | "lifo" | "pro-rata" | "libr" | "pari-passu" | "victim-favourable",
      string
    >
  >;
  readonly calculation: CalculationWords;
  readonly flow: FlowWords;
}

export interface About {
  readonly caseId: string;
  readonly title: string;
  readonly claims: number;
  readonly transfers: number;
  readonly asOf: string;
  /** Between the columns of the tables (contract/csv.ts). */
  readonly delimiter: "," | ";";
}

export interface SheetWords {
  /** Of the last rows: how much went over in one currency. */
  readonly total: string;
  readonly yes: string;
  /** Kinds of operation (server/loading/record). */
  readonly channel: Readonly<Record<string, string>>;
}

export interface CalculationWords {
  readonly title: string;
  /** On every page of a claim that is not ready yet. */
  readonly draft: string;
  readonly case: string;
  readonly claim: string;
  readonly victim: string;
  readonly defendant: string;
  readonly iin: string;
  readonly accounts: string;
  readonly reports: string;
  readonly basis: string;
  /**
   * Paragraph: whose account received how much, and why no tracing rule is needed or which one is
   * stated.
   */
  readonly direct: string;
  readonly traced: (rule: string) => string;
  /** Several defendants answer together; why = the words of the person who says so. */
  readonly joint: (names: string, why: string) => string;
  /** The other people asked for the same loss. */
  readonly alternatives: (names: string) => string;
  /** The penalty of Civil Code article 353 that the claim asks for beside its sum. */
  readonly penalty: {
    readonly title: string;
    readonly columns: {
      readonly from: string;
      readonly until: string;
      readonly days: string;
      readonly principal: string;
      readonly rate: string;
      readonly sum: string;
    };
    readonly total: string;
    /** What was paid of it before, and what is left to ask for. */
    readonly paid: string;
    readonly left: string;
    /** How each row is worked out. */
    readonly rule: string;
  };
  /** A recovered claim of which this much is outstanding all the same. */
  readonly moneyGone: (amount: string) => string;
  /** Accounts of the traced way; the amount could change if what they held were known. */
  readonly openingUnknown: (accounts: string) => string;
  /** Transfers that only the victim describes: how many, and their sums with currency. */
  readonly described: (count: number, sums: string) => string;
  readonly lines: string;
  readonly number: string;
  readonly time: string;
  readonly from: string;
  readonly to: string;
  readonly amount: string;
  readonly whole: string;
  readonly source: string;
  readonly row: string;
  readonly total: string;
  /** The two parts of the total, where some of the money was paid back. */
  readonly received: string;
  readonly paidBack: string;
  readonly words: string;
  readonly zone: string;
  /** Under the lines, where some of the money was paid back. */
  readonly returned: string;
  /** Where the data have changed since and a person keeps the claim; amounts with currency. */
  readonly changed: (claimed: string, byData: string, by: string, reason: string) => string;
  /** The victim states another sum than the bank; null = nobody has decided yet. */
  readonly statedFigure: (
    transfer: string,
    stated: string,
    whole: string,
    decided: { readonly stated: boolean; readonly by: string; readonly reason: string } | null,
  ) => string;
  readonly repaid: string;
  /** By payments on other claims for the same loss. */
  readonly penaltyPaid: string;
  /** A payment in tenge on a claim in another currency; `stated`: day and source of the rate. */
  readonly inTenge: (sum: string, rate: string, stated: string) => string;
  readonly penaltyOutstanding: string;
  readonly repaidElsewhere: string;
  readonly outstanding: string;
  /** Of the day of a sum. */
  readonly asOf: (day: string) => string;
  /** With the day of filing. */
  readonly askedInCourt: (day: string) => string;
  readonly page: (page: number, pages: number) => string;
  readonly unknown: string;
  readonly note: string;
  /** The same of a claim that asks for the penalty. */
  readonly noteBesidePenalty: string;
}

export interface FlowWords {
  readonly title: string;
  readonly victims: string;
  readonly step: (generation: number) => string;
  readonly exits: string;
  readonly exit: Readonly<Record<string, string>>;
  /** Over what came back to victims' own accounts. */
  readonly returned: string;
  readonly legend: string;
  readonly direct: string;
  readonly traced: string;
  readonly scale: string;
  readonly shown: (nodes: number, ofNodes: number, edges: number, ofEdges: number) => string;
  readonly everything: string;
  readonly rest: (count: number) => string;
  readonly rule: string;
  /** Beside the rule, where the money was exchanged into the picture's currency. */
  readonly exchanged: (currency: string) => string;
  readonly sources: string;
  readonly asOf: string;
  readonly held: string;
  readonly beyond: string;
}
