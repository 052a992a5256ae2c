export const reasons = {
  ruleOut: "Rule out first:",
  speaksAgainst: "Arguments against",
  nothingAgainst: "Nothing was found that speaks against it.",
  sentences: {
    "burst-in_one":
      "Received {{amount}} within {{hours}} from {{people}} counterparty with no other transfers " +
      "in the data.",
    "burst-in_other":
      "Received {{amount}} within {{hours}} from {{people}} counterparties with no other " +
      "transfers in the data.",
    "burst-out_one":
      "Sent {{amount}} within {{hours}} to {{people}} counterparty with no other transfers in " +
      "the data.",
    "burst-out_other":
      "Sent {{amount}} within {{hours}} to {{people}} counterparties with no other transfers in " +
      "the data.",
    "burst-member_one":
      "Took part in a burst of transfers between strangers around another account: {{amount}} " +
      "({{transfers}} transfer).",
    "burst-member_other":
      "Took part in a burst of transfers between strangers around another account: {{amount}} " +
      "({{transfers}} transfers).",
    loops_one:
      "Transfers between strangers close into circles: {{loops}} within {{accounts}} account, " +
      "{{amount}} in all.",
    loops_other:
      "Transfers between strangers close into circles: {{loops}} within {{accounts}} accounts, " +
      "{{amount}} in all.",
    cycle_one: "Money came back to its starting account through {{accounts}} account in {{hours}}.",
    cycle_other:
      "Money came back to its starting account through {{accounts}} accounts in {{hours}}.",
    chain_one: "Money went from stranger to stranger through {{accounts}} account in {{hours}}.",
    chain_other: "Money went from stranger to stranger through {{accounts}} accounts in {{hours}}.",
    repeats:
      "Transfers were repeated within three days and never again: {{transfers}}, {{amount}} in " +
      "all (counterparties: {{pairs}}).",
    "handed-on":
      "Receipts were passed on, each by one payment of nearly its sum: {{receipts}} of {{of}} " +
      "one-way receipts, {{percent}} of {{amount}}, at least half of them within {{hours}}.",
    forwarded:
      "Receipts were forwarded in payments of nearly their sum (receipts: {{receipts}}, payments: " +
      "{{payments}}, {{percent}} of {{amount}}), at least half of the times within {{hours}}.",
    "passed-again":
      "The same money was passed on twice: {{amount}} went on in payments of nearly its sum " +
      "within {{hours}}.",
    gathered:
      "Several receipts left in one payment of nearly their sum (receipts: {{receipts}}, payments: " +
      "{{payments}}, {{amount}}).",
    split:
      "One receipt left in several payments of nearly its sum (receipts: {{receipts}}, payments: " +
      "{{payments}}, {{amount}}).",
    "left-when-paid":
      "Cash, cryptocurrency or money abroad left just after other people's money had come: " +
      "{{times}} of {{of}} larger payments, {{amount}}.",
    "pass-through_one":
      "Sent on {{percent}} of {{amount}} received from strangers ({{receipts}} receipt); half of " +
      "it within {{hours}}.",
    "pass-through_other":
      "Sent on {{percent}} of {{amount}} received from strangers ({{receipts}} receipts); half " +
      "of them within {{hours}}.",
    "cash-out_one":
      "{{receipts}} receipt from strangers ({{amount}}) left as cash or cryptocurrency within a " +
      "day.",
    "cash-out_other":
      "{{receipts}} receipts from strangers ({{amount}}) left as cash or cryptocurrency within a " +
      "day.",
    "sent-on":
      "Sent on {{percent}} of {{amount}} received from strangers within three days: {{receipts}} " +
      "of {{of}} receipts, at least half of these within {{hours}}.",
    "drawn-within-day_one":
      "At least half of {{receipts}} receipt from strangers ({{amount}}) left as cash, " +
      "cryptocurrency or money abroad within a day.",
    "drawn-within-day_other":
      "At least half of each of {{receipts}} receipts from strangers ({{amount}}) left as cash, " +
      "cryptocurrency or money abroad within a day.",
    night_one: "{{transfers}} of {{of}} transfer was made between 00:00 and 05:00.",
    night_other: "{{transfers}} of {{of}} transfers were made between 00:00 and 05:00.",
    "below-limit_one": "{{transfers}} transfer just below a usual limit, {{amount}} in all.",
    "below-limit_other": "{{transfers}} transfers just below a usual limit, {{amount}} in all.",
    woken_one:
      "After a pause (days: {{days}}), {{transfers}} transfer within a week for {{amount}}.",
    woken_other:
      "After a pause (days: {{days}}), {{transfers}} transfers within a week for {{amount}}.",
    young_one: "The first payment from a stranger came {{days}} day after the account was opened.",
    young_other:
      "The first payment from a stranger came {{days}} days after the account was opened.",
    "shared-phone_one": "Its phone number serves {{accounts}} more account of another person.",
    "shared-phone_other": "Its phone number serves {{accounts}} more accounts of other people.",
    "shared-device_one": "Its device serves {{accounts}} more account of another person.",
    "shared-device_other": "Its device serves {{accounts}} more accounts of other people.",
    "operated-together_one":
      "A new device ({{device}}) operates the account instead of the earlier ones; it also took " +
      "over an account of {{people}} other person.",
    "operated-together_other":
      "A new device ({{device}}) operates the account instead of the earlier ones; it also took " +
      "over accounts of {{people}} other people.",
    "stolen-first_one": "Received {{amount}} that a victim reported stolen ({{reports}} report).",
    "stolen-first_other": "Received {{amount}} that victims reported stolen ({{reports}} reports).",
    "asked-received_one":
      "Received {{amount}} from {{accounts}} account that stands out (transfers: {{transfers}}).",
    "asked-received_other":
      "Received {{amount}} from {{accounts}} accounts that stand out (transfers: {{transfers}}).",
    "asked-sent_one":
      "Sent {{amount}} to {{accounts}} account that stands out (transfers: {{transfers}}).",
    "asked-sent_other":
      "Sent {{amount}} to {{accounts}} accounts that stand out (transfers: {{transfers}}).",
    "stolen-later": "Received {{amount}} that includes reported stolen money (step {{hop}}).",
    "large-receipt":
      "Received {{amount}} in one sum from someone it had dealt with for a week at most.",
    listed: "Listed in the database of the Anti-Fraud Centre.",
    partner: "Has unusual transfers with {{account}}, which also stands out (points: {{points}}).",
  },
  innocent: {
    "collection-or-sales": "a collection of money, or sales to customers",
    "payroll-or-refunds": "salaries or refunds to many people",
    "shared-circle": "one circle of friends or colleagues who pay for each other",
    "debt-repaid": "a debt that was repaid",
    "intermediary-favour": "a favour: money passed to a third person on request",
    "paid-in-parts": "one purchase paid in parts",
    "living-hand-to-mouth": "a person who spends everything at once",
    "prefers-cash": "a person who prefers cash",
    "night-work": "work at night",
    "price-point": "a price that happens to lie just below the limit",
    "sold-something": "a sale of something valuable",
    "seasonal-account": "an account used in one season of the year",
    "new-customer": "a new customer of the bank",
    family: "a family that shares a phone",
    "helper-or-robbed":
      "someone who runs several people's accounts for them, or a fraudster who took the account from " +
      "its holder",
    "seller-paid-by-thief": "a seller whom the fraudster paid for goods",
    "listing-outdated": "an outdated entry",
    "chance-acquaintance": "a chance acquaintance",
  },
  against: {
    "known-partners": "{{percent}} of its money moved in transfers with regular counterparties.",
    "long-open_one": "The account has been open for {{years}} year.",
    "long-open_other": "The account has been open for {{years}} years.",
    "regular-income_one": "An organisation pays it regularly ({{times}} time).",
    "regular-income_other": "An organisation pays it regularly ({{times}} times).",
    "daily-life_one": "It pays for daily life: {{transfers}} card or shop payment.",
    "daily-life_other": "It pays for daily life: {{transfers}} card and shop payments.",
    organisation:
      "The account belongs to an organisation; its business explains many counterparties.",
  },
};
