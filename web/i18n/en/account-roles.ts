export const roles = {
  victim: "Victim",
  collector: "Collector",
  transit: "Transit",
  distributor: "Distributor",
  "cash-out": "Cash-out",
  none: "Not assessed",
  possibleVictim: "Possible victim",
};
