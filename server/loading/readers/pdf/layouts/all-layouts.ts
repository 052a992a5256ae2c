import type { PdfLayout } from "../pdf-layout.ts";
import { alatau } from "./alatau.ts";
import { bcc } from "./bcc.ts";
import { eurasian } from "./eurasian.ts";
import { forteCard } from "./forte-card.ts";
import { forteCurrent } from "./forte-current.ts";
import { freedomCard } from "./freedom-card.ts";
import { freedomDeposit } from "./freedom-deposit.ts";
import { halyk } from "./halyk.ts";
import { homeCredit } from "./home-credit.ts";
import { kaspiDeposit } from "./kaspi-deposit.ts";
import { kaspiGold } from "./kaspi-gold.ts";

/** All forms that are known; of one bank the one with the narrower title first. */
export const PDF_LAYOUTS: readonly PdfLayout[] = [
  kaspiGold,
  kaspiDeposit,
  freedomDeposit,
  freedomCard,
  forteCard,
  forteCurrent,
  halyk,
  homeCredit,
  eurasian,
  alatau,
  bcc,
];
