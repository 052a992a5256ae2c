/**
 * Banks of Kazakhstan by the three digits that their IBANs carry: BIC and words by which a bank's
 * written name is known, folded. Data; an unknown bank is no error. Source: DOMAIN "Identifiers";
 * BICs from the banks' own requisites.
 */
interface BankEntry {
  readonly bic: string;
  readonly words: readonly string[];
}

const BANKS: Readonly<Record<string, BankEntry>> = {
  "125": { bic: "NBRKKZKX", words: ["национальныи банк", "национальный банк", "national bank"] },
  "432": { bic: "VTBAKZKZ", words: ["втб", "vtb"] },
  "435": { bic: "SHBKKZKA", words: ["шинхан", "shinhan"] },
  "551": { bic: "KSNVKZKA", words: ["freedom", "фридом", "касса нова", "kassa nova"] },
  "563": { bic: "KPSTKZKA", words: ["казпочта", "kazpost", "казпошта"] },
  "601": { bic: "HSBKKZKX", words: ["народныи банк", "народный банк", "halyk", "халык"] },
  "722": { bic: "CASPKZKA", words: ["kaspi", "каспи"] },
  "821": { bic: "KINCKZKA", words: ["rbk", "рбк", "bank rbk"] },
  "826": { bic: "ALMNKZKA", words: ["атф", "atf", "атфбанк", "atfbank"] },
  "832": { bic: "CITIKZKA", words: ["citi", "citibank", "ситибанк"] },
  "849": { bic: "NURSKZKX", words: ["нурбанк", "nurbank"] },
  "856": {
    bic: "KCJBKZKX",
    words: ["центркредит", "centercredit", "center credit", "центр кредит"],
  },
  "886": { bic: "INLMKZKA", words: ["home credit", "хоум кредит"] },
  "914": { bic: "BRKEKZKA", words: ["bereke", "береке"] },
  "926": { bic: "KZKOKZKX", words: ["казкоммерцбанк", "kazkommertsbank", "казком", "qazkom"] },
  "948": { bic: "EURIKZKA", words: ["евразиискии", "евразийский", "eurasian"] },
  "949": { bic: "ATYNKZKA", words: ["altyn", "алтын"] },
  "965": { bic: "IRTYKZKA", words: ["forte", "fortebank", "форте", "фортебанк"] },
  "972": { bic: "HCSKKZKA", words: ["отбасы", "otbasy"] },
  "998": {
    bic: "TSESKZKA",
    words: ["alatau city", "jusan", "жусан", "цеснабанк", "tsesnabank", "алатау сити"],
  },
};

const BY_BIC = new Map(Object.entries(BANKS).map(([code, { bic }]) => [bic, code]));

/**
 * The bank's three digits from its code, BIC or written name (`folded` is the name as a match key);
 * null where it is not known.
 */
export function bankCode(text: string, folded: string): string | null {
  const plain = text.trim().toUpperCase();
  if (BANKS[plain]) return plain;
  const bic = /^([A-Z]{4}KZ[A-Z0-9]{2})(?:[A-Z0-9]{3})?$/.exec(plain)?.[1];
  if (bic !== undefined) return BY_BIC.get(bic) ?? null;
  const padded = ` ${folded} `;
  const found = Object.entries(BANKS).filter(([, { words }]) =>
    words.some((word) => padded.includes(` ${word} `)),
  );
  return found.length === 1 ? (found[0]?.[0] ?? null) : null;
}
