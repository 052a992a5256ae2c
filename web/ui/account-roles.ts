import {
  type Icon,
  IconArrowsLeftRight,
  IconArrowsSplit2,
  IconCashBanknoteFilled,
  IconFilterFilled,
  IconUserFilled,
} from "@tabler/icons-react";
import { type GraphRole, graphRole } from "../../contract/exploring.ts";

/** The look of each role everywhere: colour, pictogram, and (from the catalogue) its word. */
export const ROLE_STYLES: Readonly<Record<GraphRole, { color: string; icon: Icon | null }>> = {
  victim: { color: "var(--dg-victim)", icon: IconUserFilled },
  collector: { color: "var(--dg-collector)", icon: IconFilterFilled },
  transit: { color: "var(--dg-transit)", icon: IconArrowsLeftRight },
  distributor: { color: "var(--dg-distributor)", icon: IconArrowsSplit2 },
  "cash-out": { color: "var(--dg-cash-out)", icon: IconCashBanknoteFilled },
  none: { color: "var(--dg-none)", icon: null },
};

export const ROLE_ORDER = graphRole.options;
