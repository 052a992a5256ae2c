import type { LegalTables } from "./office-tables.ts";
import { JUVENILE_COURTS, type Place } from "./tables/courts.ts";

/**
 * The court proposed for a claim: of the defendant's residence (Code of Civil Procedure art. 29);
 * where a party is a minor, the juvenile court of the region (art. 27(3)).
 */
export interface ProposedCourt {
  readonly ru: string;
  readonly kk: string;
  readonly juvenile: boolean;
  readonly source: string;
  /** False: nobody has compared the name with its source yet. */
  readonly checked: boolean;
}

/** null where the address names no court of the tables: the person writes it. */
export function proposedCourt(
  address: string | null,
  minor: boolean,
  { courts }: Pick<LegalTables, "courts">,
): ProposedCourt | null {
  if (address === null) return null;
  const written = plain(address);
  const line = (minor ? JUVENILE_COURTS : courts).find(({ place }) => names(written, place));
  if (!line) return null;
  const { ru, kk, source, checked } = line;
  return { ru, kk, source, checked, juvenile: minor };
}

/** How an address says what a name is the name of; the city may also simply come first. */
const SAID = {
  city: (name: string) => `(?:^| г| гор| город| города) ${name}\\p{L}* |\\s${name}\\p{L}* қ`,
  district: (name: string) => ` ${name}\\p{L}* (?:район|р-н|аудан|ауд)`,
  region: (name: string) => ` ${name}\\p{L}* обл| (?:област\\p{L}*|обл) ${name}`,
} as const;

function names(address: string, { words = [], ...place }: Place): boolean {
  const kinds = ["city", "district", "region"] as const;
  return (
    words.every((word) => address.includes(` ${plain(word).trim()}`)) &&
    kinds.every((kind) => {
      const forms = place[kind];
      return forms?.some((form) => new RegExp(SAID[kind](form), "u").test(address)) ?? true;
    })
  );
}

/** Lower case, one space between words and around them, without the country and the postcode. */
function plain(address: string): string {
  const words = address
    .toLowerCase()
    .replaceAll("ё", "е")
    .replace(/[^\p{L}\p{N}-]+/gu, " ")
    .trim();
  const country = /^(?:\d{6} )?(?:республика казахстан|казахстан|рк|қазақстан республикасы|қр) /u;
  return ` ${words.replace(country, "")} `;
}
