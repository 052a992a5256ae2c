import { startOfDay } from "../../../contract/format/dates.ts";
import type { SummaryPeriod } from "../../../contract/measures-summary.ts";
import { useAddressState } from "../../ui/use-address-state.ts";

/** The period and the district as the address has them; what is no day is left out. */
export function usePeriod(): SummaryPeriod {
  const address = useAddressState();
  const day = (name: "from" | "until") => {
    const text = address.get(name);
    return text === null || startOfDay(text) === null ? {} : { [name]: text };
  };
  const district = address.get("district");
  return { ...day("from"), ...day("until"), ...(district === null ? {} : { district }) };
}
