import { startOfDay } from "../../../contract/format/dates.ts";
import type { SummaryPeriod } from "../../../contract/measures-summary.ts";
import { DAY } from "../../ui/day.ts";
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

/** The days of the period as instants: the first one, and the first one after it. */
export function useInstants(): { readonly from?: number; readonly until?: number } {
  const address = useAddressState();
  const [start, end] = [
    startOfDay(address.get("from") ?? ""),
    startOfDay(address.get("until") ?? ""),
  ];
  return {
    ...(start === null ? {} : { from: start }),
    ...(end === null ? {} : { until: end + DAY }),
  };
}
