export const reasons = {
  ruleOut: "Rule out first:",
  speaksAgainst: "What speaks against",
  nothingAgainst: "Nothing found that speaks against.",
  sentences: {
    "burst-in_one":
      "Received {{amount}} from {{people}} person who never dealt with it before, in {{hours}}.",
    "burst-in_other":
      "Received {{amount}} from {{people}} people who never dealt with it before, in {{hours}}.",
    "burst-out_one":
      "Paid {{amount}} to {{people}} person it never dealt with before, in {{hours}}.",
    "burst-out_other":
      "Paid {{amount}} to {{people}} people it never dealt with before, in {{hours}}.",
    "burst-member_one":
      "Took part with {{amount}} in somebody’s burst of strangers ({{transfers}} transfer).",
    "burst-member_other":
      "Took part with {{amount}} in somebody’s burst of strangers ({{transfers}} transfers).",
    loops_one:
      "Transfers among strangers close into circles: {{loops}} within {{accounts}} account, {{amount}} in all.",
    loops_other:
      "Transfers among strangers close into circles: {{loops}} within {{accounts}} accounts, {{amount}} in all.",
    cycle_one: "Money came back to where it set out over {{accounts}} account in {{hours}}.",
    cycle_other: "Money came back to where it set out over {{accounts}} accounts in {{hours}}.",
    chain_one: "Money went from stranger to stranger over {{accounts}} account in {{hours}}.",
    chain_other: "Money went from stranger to stranger over {{accounts}} accounts in {{hours}}.",
    repeats:
      "Transfers repeated within three days and never again: {{transfers}}, {{amount}} in all (partners: {{pairs}}).",
    "handed-on_one":
      "Handed on {{percent}} of {{amount}} from people it met in passing ({{receipts}} receipt), half of the times within {{hours}}.",
    "handed-on_other":
      "Handed on {{percent}} of {{amount}} from people it met in passing ({{receipts}} receipts), half of the times within {{hours}}.",
    "pass-through_one":
      "{{percent}} of {{amount}} from strangers ({{receipts}} receipt) left again, half of it within {{hours}}.",
    "pass-through_other":
      "{{percent}} of {{amount}} from strangers ({{receipts}} receipts) left again, half of them within {{hours}}.",
    "cash-out_one":
      "{{receipts}} receipt from strangers ({{amount}}) left as cash or crypto within a day.",
    "cash-out_other":
      "{{receipts}} receipts from strangers ({{amount}}) left as cash or crypto within a day.",
    night_one:
      "{{transfers}} of {{of}} transfer was made between midnight and five in the morning.",
    night_other:
      "{{transfers}} of {{of}} transfers were made between midnight and five in the morning.",
    "below-limit_one": "{{transfers}} transfer just below a usual limit, {{amount}} in all.",
    "below-limit_other": "{{transfers}} transfers just below a usual limit, {{amount}} in all.",
    woken_one: "Silent (days: {{days}}), then {{transfers}} transfer in a week for {{amount}}.",
    woken_other: "Silent (days: {{days}}), then {{transfers}} transfers in a week for {{amount}}.",
    young_one: "The account was {{days}} day old when the first stranger paid.",
    young_other: "The account was {{days}} days old when the first stranger paid.",
    "shared-phone_one": "Its phone number serves {{accounts}} more account of another person.",
    "shared-phone_other": "Its phone number serves {{accounts}} more accounts of other people.",
    "shared-device_one": "Its device serves {{accounts}} more account of another person.",
    "shared-device_other": "Its device serves {{accounts}} more accounts of other people.",
    "stolen-first_one": "Received {{amount}} that a victim reported stolen ({{reports}} report).",
    "stolen-first_other": "Received {{amount}} that victims reported stolen ({{reports}} reports).",
    "stolen-later":
      "Received {{amount}} in which reported stolen money was passed on (step {{hop}}).",
    "large-receipt": "Received {{amount}} at once from somebody it dealt with for a week at most.",
    listed: "Listed in the Anti-Fraud centre’s base.",
    partner:
      "Deals in conspicuous transfers with {{account}}, which stands out by itself (points: {{points}}).",
  },
  innocent: {
    "collection-or-sales": "a collection of money, or sales to customers",
    "payroll-or-refunds": "pay or refunds to many people",
    "shared-circle": "one circle of friends or colleagues who pay for each other",
    "debt-repaid": "a debt that was repaid",
    "intermediary-favour": "a favour: money handed on for somebody",
    "paid-in-parts": "one purchase paid in parts",
    "living-hand-to-mouth": "a person who spends everything at once",
    "prefers-cash": "a person who prefers cash",
    "night-work": "work at night",
    "price-point": "a price that happens to lie below the limit",
    "sold-something": "something of value was sold",
    "seasonal-account": "an account used in one season of the year",
    "new-customer": "a new customer of the bank",
    family: "a family that shares a phone",
    "seller-paid-by-thief": "a seller whom the thief paid for goods",
    "listing-outdated": "an outdated entry",
    "chance-acquaintance": "a chance acquaintance",
  },
  against: {
    "known-partners": "{{percent}} of its money moved with partners it deals with again and again.",
    "long-open_one": "The account has been open for {{years}} year.",
    "long-open_other": "The account has been open for {{years}} years.",
    "regular-income_one": "An organisation pays it regularly ({{times}} time).",
    "regular-income_other": "An organisation pays it regularly ({{times}} times).",
    "daily-life_one": "It pays for daily life: {{transfers}} card or shop payment.",
    "daily-life_other": "It pays for daily life: {{transfers}} card and shop payments.",
    organisation: "It belongs to an organisation; business explains many partners.",
  },
};
