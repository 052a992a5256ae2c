/** Where the figures of the built-in tables come from: courts, fees, indices, base rates. */
export const sources = {
  courts: "https://sud.gov.kz (list of courts)",
  procedure: "Code of Civil Procedure of Kazakhstan, article 267-1",
  budget: "Law on the republican budget {{years}}",
  fee2017: "Tax Code of 2017, article 610: claims of natural persons",
  fee2025: "Tax Code of 2025, articles 662–672: claims of natural persons",
  site: "{{site}}, {{date}}",
  nationalBank: "https://nationalbank.kz (base rate, decision-making schedule)",
  resolution: "Resolution No {{number}} of the National Bank’s committee, {{date}}",
  lastRead: "the last decision known here, {{date}}",
  noLater: "the table has no later one",
  dayRecalled: "{{source}} (the first day from memory)",
};
