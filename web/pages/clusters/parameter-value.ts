import { formatNumber } from "../../../contract/format/numbers.ts";
import type { Language } from "../../../contract/languages.ts";
import type { en } from "../../i18n/en/index.ts";

/**
 * Figures of a search run with their units (server/detection/parameters.ts says what each is).
 * Pure.
 */

type Name = keyof typeof en.parameters.names;
type Unit = "days" | "points" | "accounts" | "times" | "pieces" | "steps";

interface Kind {
  readonly unit: Unit | "share";
  /** Two figures are the ends of a range; otherwise several are a list. */
  readonly range?: true;
}

const KINDS: Readonly<Record<Name, Kind>> = {
  cap: { unit: "points" },
  strangerDays: { unit: "days" },
  familyDoubt: { unit: "points" },
  coreByChance: { unit: "share" },
  receiverPoints: { unit: "points" },
  briefDays: { unit: "days" },
  hubPartners: { unit: "accounts", range: true },
  hubShare: { unit: "accounts" },
  loopDegree: { unit: "accounts" },
  burstWindows: { unit: "days" },
  burstShare: { unit: "accounts" },
  loopWindows: { unit: "days" },
  cycleWindows: { unit: "days" },
  cycleLength: { unit: "accounts" },
  stepLimit: { unit: "steps" },
  flowDays: { unit: "days" },
  flowRatio: { unit: "share", range: true },
  passingTimes: { unit: "times" },
  passingGapDays: { unit: "days" },
  handOnDays: { unit: "days" },
  handOnPieces: { unit: "pieces" },
  handOnSpanDays: { unit: "days" },
  handOnShare: { unit: "share", range: true },
  handOnPriorDays: { unit: "days" },
  handOnBound: { unit: "times" },
  sharedBound: { unit: "points" },
  handOnNextHop: { unit: "points" },
  handOnNextHops: { unit: "points" },
  repeatDays: { unit: "days" },
  partnerShare: { unit: "share" },
  partnerRounds: { unit: "times" },
  partnerPoints: { unit: "points" },
  tiePoints: { unit: "points" },
  peers: { unit: "accounts" },
  reportedPoints: { unit: "points" },
  reportedHop: { unit: "share" },
  listedPoints: { unit: "points" },
};

export function isNamed(name: string): name is Name {
  return Object.hasOwn(KINDS, name);
}

/**
 * The figure in words: a share as per cent, else `count` (of the last figure, which decides the
 * plural) and the figures written out. A run stores several figures as one text, parted by spaces.
 */
export function parameterValue(
  name: Name,
  value: string | number | boolean | null,
  language: Language,
): string | { readonly unit: Unit; readonly count: number; readonly formatted: string } {
  const figures = String(value).split(" ").map(Number);
  if (figures.some((figure) => !Number.isFinite(figure))) return String(value);
  const { unit, range } = KINDS[name];
  const written = figures.map((figure) =>
    formatNumber(unit === "share" ? figure * 100 : figure, language, 2),
  );
  const formatted = written.join(range ? "–" : language === "en" ? ", " : "; ");
  return unit === "share" ? `${formatted}\u00a0%` : { unit, count: figures.at(-1) ?? 0, formatted };
}
