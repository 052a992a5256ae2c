import type { PaymentSource } from "../../../../contract/ledger.ts";
import type { NotMade, PaperKind } from "../../../../contract/papers.ts";

/** What papers say beside their templates, in one language. */
export interface PaperWords {
  /** Names of files. */
  readonly fileNames: Readonly<Record<PaperKind, string>>;
  /** In the name of a file whose letter left in the other language. */
  readonly leftInOther: string;
  /** Titles in the files' own properties. */
  readonly titles: Readonly<Record<PaperKind, string>>;
  /** The built-in templates (docs/papers.md). */
  readonly templates: Readonly<Record<PaperKind, string>>;
  /** What stands in a blank, by field or list.field. */
  readonly blanks: Readonly<Record<string, string>>;
  readonly attachments: {
    readonly calculation: string;
    /** The same where the penalty is asked for. */
    readonly calculationWithPenalty: string;
    readonly transfers: string;
    /** Of a joint claim. */
    readonly defendants: string;
    readonly statement: (bank: string, request: string, file: string) => string;
    readonly consent: string;
    /** Of a minor: of the legal representative. */
    readonly representative: string;
    readonly fee: string;
    readonly feePaid: string;
    readonly demand: (number: string, day: string) => string;
    readonly feeExempt: string;
    readonly package: string;
    readonly copies: string;
    /** Of a joint claim. */
    readonly copiesForEach: string;
  };
  /** "12/3 от 01.03.2026, санкция: …" of a bank's answer. */
  readonly request: (number: string, day: string, sanction: string) => string;
  /** "постановление … № 5 от 04.07.2023", by which a base rate was set. */
  readonly resolution: (number: string, day: string) => string;
  /** A letter that left before about the same; null = the office gave it no number. */
  readonly earlier: (number: string | null, day: string) => string;
  /** Of a traced claim, in letters: by which rule the money was followed. */
  readonly traced: (rule: string) => string;
  /** "По заявлению, зарегистрированному под № …": of one report and of several. */
  readonly reportsBy: (numbers: readonly string[]) => string;
  /** In the prayer of a claim in another currency, after its debt: the price in tenge. */
  readonly inTenge: (price: string, rate: string, day: string) => string;
  /** The same after its penalty, for both. */
  readonly togetherInTenge: (price: string, rate: string, day: string) => string;
  /** Of a claim whose price keeps it within the simplified procedure. */
  readonly simplified: (article: string, limit: string) => string;
  /** Ground of the claim where the transfers stand in another paper. */
  readonly ground: {
    readonly direct: string;
    readonly traced: (rule: string) => string;
    /** Several defendants answer together; why = the words of the person who says so. */
    readonly joint: (names: string, why: string) => string;
  };
  /** Beside the address of a minor defendant in a list. */
  /** Of a claim with a party who is a minor: why the juvenile court hears it (CPC 27(3)). */
  readonly juvenile: string;
  readonly guardian: (name: string) => string;
  /**
   * Of a co-defendant after the address, with a comma before it: birth and telephone as far as
   * known.
   */
  readonly more: (
    birth: string | null,
    phone: string | null,
    representative: string | null,
  ) => string;
  /** In the statement of an account on the way. */
  readonly way: {
    readonly before: string;
    /** A statement's balance is not what the known transfers come to. */
    readonly stated: string;
  };
  readonly row: string;
  /** The list of papers that were asked for and are not made. */
  readonly notMade: {
    readonly fileName: string;
    readonly title: string;
    readonly reasons: Readonly<Record<Exclude<NotMade, "decided">, string>>;
    readonly decided: (day: string) => string;
  };
  /** How money came back, in a list of returns. */
  readonly returned: {
    /** A bank's row from one account to the other. */
    readonly row: (from: string, to: string, file: string) => string;
    readonly sources: Readonly<Record<PaymentSource, string>>;
    readonly payer: (name: string) => string;
    readonly receipt: (number: string) => string;
    /** Tenge that came on a claim in another currency. */
    readonly inTenge: (paid: {
      readonly sum: string;
      readonly rate: string;
      readonly currency: string;
      readonly day: string;
      readonly source: string;
    }) => string;
    /** On other claims for the same loss. */
    readonly elsewhere: string;
  };
}
