import { rules } from "../../../contract/texts/en/rules.ts";
import type { Texts } from "./document-texts.ts";

export const en: Texts = {
  readme: ({ caseId, title, claims, transfers, asOf, delimiter }) => `EVIDENCE PACKAGE
Case ${caseId}: ${title}
Claims: ${claims}. Transfers: ${transfers}. Data as of ${asOf}.

WHAT IS IN IT
data/1-facts        Facts: only the contents of the banks' files and of the victims' crime reports.
  transfers.csv, transfers.xlsx  transfers; each with the bank's file, its sha256 and the row
  sources.csv                    the banks' files: hash, who loaded them when, number and date of the request
  accounts.csv                   accounts and their holders
  reports.csv                    crime reports and the transfers they name
  described-transfers.csv        transfers known only from the victims' words; no bank has confirmed
                                 them, and no claim asks for them
data/2-calculation  Calculation: arithmetic over the facts that can be checked by hand.
  claims.csv, claim-lines.csv    claims and the transfers each sum is made of
  totals.csv                     totals, each currency apart
  victim-figures.csv     where the victim states another sum than the bank, and which of the two is claimed and traced
  approvals.csv, approvals/      who approved each claim, and what was approved under its sha256
  penalty.csv                    the penalty that claims ask for, row by row
  joint-defendants.csv           who answers for one loss together, and why
  payments.csv                   payments people wrote down: day, source, receipt
  tenge-not-counted.csv          tenge that look like a repayment of a claim in another currency and count nowhere yet
  losses.csv, recoveries.csv     the loss behind each claim and all that came back of it: what is outstanding
                                 follows from them
  repayments.csv, differences.csv  paid back since; where the data changed since and why the claim is kept
  method.*.txt                   how the sums were found, the other possible rules, limits
  claims/                        the calculation of each claim (CSV and PDF)
  flow-*.svg, flow-*.pdf         picture of the flow of money
  trace/                         tracing, where it was done: the file name states the rule;
                                 returned_by_rule is money that came home by that rule, not repayments
  movements/                     the movements that the tracing rules were applied to; third parties
                                 stand under pseudonyms
data/3-indicators   Indicators: conclusions of the program. These are NOT facts and NO proof of guilt.
  findings.csv, reasons.csv, runs.json, method-and-limits.*.txt
  withheld-transfers.csv         transfers that a reason cites and that are not in the package
data/withheld.csv   What is not in the package, why, and how many.
audit/extract.json  Entries of our audit log about this case: who did what, when, with proofs.
data/inventory.pdf, data/cover-letter.*  Numbered list of the files; letter with the key's fingerprint.
data/4-attachments  Files that people put into the case: consents, receipts, answers on paper.
  files.csv                      what each is, of which claim or payment, its sha256, who put it in

HOW TO CHECK THAT NOTHING WAS CHANGED
In a browser: open verify.html from the folder of the package, choose the folder, and type the
fingerprint of the cover letter. Nothing is sent anywhere. Whoever can change the package can change
this page as well: where much depends on it, take the commands below, which need no program of ours.
1. In the folder of the package, where bagit.txt is:
   sha256sum -c --strict manifest-sha256.txt tagmanifest-sha256.txt
   Every line must say OK. On Windows this command computes the hash of a file:
   certutil -hashfile FILE SHA256
2. sha256sum does not notice extra files: each file below data must be in exactly one line of
   manifest-sha256.txt. Compare: find data -type f | wc -l   and   wc -l < manifest-sha256.txt
3. The signature:
   openssl pkeyutl -verify -rawin -pubin -inkey signer.pub.pem -in tagmanifest-sha256.txt -sigfile tagmanifest-sha256.txt.sig
   Answer: Signature Verified Successfully.
4. Whose key it is:
   openssl pkey -pubin -in signer.pub.pem -outform DER | sha256sum
   Compare it with the fingerprint in the cover letter. A fingerprint taken from the package itself
   proves nothing.
With the program one command does all of this: dropper-graph verify FOLDER --key FINGERPRINT

HOW TO CHECK THE AMOUNTS
The amount of a claim in claims.csv is the sum of the column claimed in claim-lines.csv over the
rows of that claim. Each row leads by transfer_id to transfers.csv, and from there to the bank's file
(sha256) and the row in it. A victim's own transfer is in one claim only. A transfer further on may
be in several claims, in each with the part that is that victim's money; all claims together ask for
no more of a transfer than it was.
The tables open in a spreadsheet: UTF-8, columns divided by "${delimiter}", decimals by
"${delimiter === ";" ? "," : "."}". An apostrophe before =, +, - or @ keeps a text from running as a
formula; it is not part of the text. Characters that no document can show are left out; the bank's
file has them.
With the program: dropper-graph recompute FOLDER (no database needed).
`,
  limits: () => `MEANING AND LIMITS OF THE INDICATORS

The program compares each account with its peer group of similar accounts and says how rarely such
behaviour occurs by chance. The score sets the order in which to look; it is not a probability of
guilt. The program draws no conclusion about guilt. The amounts claimed do not depend on indicators.
They are made up only of transfers that crime reports name, or that were traced by a stated rule.

Every reason names an innocent explanation to rule out. The facts that speak against it are listed
beside it.

HOW OFTEN THE METHOD IS WRONG (docs/detection.md of the program)
On the open generator AMLGentex, on sets never used for tuning, average precision is 0.715 for fast
networks (about 7 days) and 0.668 for slow ones (about 25 days). In these sets 1.9 to 2.4 % of the
accounts take part. The best single column reaches 0.068 and 0.058. On AMLSim data the method hardly
tells participants apart (0.136 where 4.7 % take part).

Errors in cases of 20 victims with statements of three steps (made-up data whose droppers are known,
drawn anew after the tuning):
- first source: 233 of 252 droppers named; 4 of 66 innocent accounts named with them;
- second source: 249 of 289 droppers named; 8 of 274 innocent accounts named with them;
- second source where five of 25 reports name an ordinary payment (draws used in tuning): 254 of 293
  droppers named, and 17 of 382 innocent accounts.
So up to one of 16 innocent accounts was named wrongly, and up to one of seven droppers was missed.
These are artificial data: on real data the rate of errors may differ.

LIMITS OF THE METHOD
- An account that collects money from people with no other dealings looks like a collector until
  one sees what becomes of the money.
- An account used once, for a small sum that stays for weeks, is not found.
- Slow transfers from one account to many or from many to one (25 days) are mostly not found.
- Balances before the data are unknown unless another file gives them.
- Salary payers, shops and utilities look like collectors. The program tells them apart by their
  steady inflow of new payers, and may be wrong.
`,
  sheet: "Transfers",
  sheetWords: {
    total: "Total",
    yes: "yes",
    channel: {
      transfer: "transfer",
      card: "card",
      cash: "cash",
      pos: "purchase",
      crypto: "cryptocurrency",
      other: "other",
    },
  },
  transferColumns: {
    transfer_id: "Transfer",
    booked_at: "Date and time",
    amount: "Amount",
    currency: "Currency",
    from_account: "Payer's account",
    from_name: "Payer",
    from_iin: "Payer's IIN/BIN",
    from_bank: "Payer's bank",
    to_account: "Recipient's account",
    to_name: "Recipient",
    to_iin: "Recipient's IIN/BIN",
    to_bank: "Recipient's bank",
    channel: "Kind",
    purpose: "Payment purpose",
    purpose_code: "Purpose code",
    document_number: "Document number",
    fee: "Fee",
    reversal: "Reversal",
    source_file: "Bank's file",
    source_sha256: "sha256 of the file",
    source_place: "Sheet or file in the archive",
    source_row: "Row",
    also_in: "Also in",
  },
  methods: rules,
  calculation: {
    title: "Calculation of the claim",
    draft: "DRAFT",
    case: "Case",
    claim: "Claim",
    victim: "Victim",
    defendant: "Defendant (account holder)",
    iin: "IIN/BIN",
    accounts: "Accounts",
    reports: "Crime reports",
    basis: "Basis and method",
    direct:
      "Unjust enrichment (article 953 of the Civil Code of the Republic of Kazakhstan): the " +
      "account holder must return the money that the account received without ground. Below are " +
      "the transfers from the victim's accounts to the defendant's accounts that the crime " +
      "reports name. No tracing rule was used: the money came directly from the victim.",
    traced: (rule) =>
      "Unjust enrichment (article 953 of the Civil Code of the Republic of Kazakhstan): the " +
      "account holder must return the money that the account received without ground. The " +
      `victim's money was traced through other people's accounts by one rule: ${rule}. For each ` +
      "transfer below, the part that is the victim's money by this rule is shown.",
    joint: (names, why) =>
      "Jointly caused harm (articles 287 and 932 of the Civil Code of the Republic of " +
      "Kazakhstan): those who caused harm together answer to the victim jointly and severally. " +
      `Together answer: ${names}. Ground: ${why}. Below are the victim's transfers to the ` +
      "defendants' accounts that the crime reports name. The loss is recovered once.",
    alternatives: (names) =>
      `The same loss is also claimed from: ${names}. What one of them pays is taken off all.`,
    penalty: {
      title: "Penalty under article 353 of the Civil Code",
      columns: {
        from: "From",
        until: "Until",
        days: "Days",
        principal: "Debt",
        rate: "Rate a year",
        sum: "Penalty",
      },
      total: "Penalty in all",
      paid: "Paid of it before",
      left: "Penalty left to ask for",
      rule:
        "Each row: debt × rate × days / 365. Money counts from the day after it came; the day on " +
        "which it is paid back still counts.",
    },
    moneyGone: (amount) =>
      "The claim is in the status “recovered”, and by the data of today " +
      `${amount} is outstanding: money on which that status rests no longer counts.`,
    openingUnknown: (accounts) =>
      "The opening balance of the following accounts is not known; it was counted as zero: " +
      `${accounts}. If it was not zero, the traced sum may change.`,
    described: (count, sums) =>
      "The victim also told of transfers that are in no bank statement " +
      `(number: ${count}, sum: ${sums}). They are known only from the victim’s words and are not part of the claim.`,
    lines: "Transfers",
    number: "No.",
    time: "Date and time",
    from: "From account",
    to: "To account",
    amount: "Amount",
    whole: "Whole transfer",
    source: "Bank's file",
    row: "row",
    total: "Total",
    received: "Received",
    paidBack: "Paid back",
    words: "In words",
    zone: "Times are UTC+5.",
    returned:
      "Amounts with a minus were paid back by the defendant to the victim; they are subtracted.",
    changed: (claimed, byData, by, reason) =>
      `The data have changed since this claim was made. By the data of today it would be ${byData} instead of ${claimed}. The claim is kept as it is (${by}): ${reason}`,
    statedFigure: (transfer, stated, whole, decided) =>
      `Transfer ${transfer}: the victim states ${stated}, the bank ${whole}. ` +
      (decided === null
        ? "Nobody has decided yet which sum is claimed."
        : `Claimed is ${decided.stated ? "the victim's sum" : "the bank's sum"} (${decided.by}): ${decided.reason}`),
    repaid: "Paid back since the claim was made",
    penaltyPaid: "Penalty paid",
    inTenge: (sum, rate, stated) => `${sum} came, at ${rate} tenge (${stated})`,
    penaltyOutstanding: "Penalty outstanding",
    repaidElsewhere: "Paid back on other claims for the same loss",
    outstanding: "Outstanding",
    asOf: (day) => `as of ${day}`,
    askedInCourt: (day) => `Asked in court (${day}, the day of filing)`,
    page: (page, pages) => `Page ${page} of ${pages}`,
    unknown: "not established",
    note:
      "The calculation was made by a program from the banks' files; each row can be checked in " +
      "data/1-facts/transfers.csv. Penalty under article 353 of the Civil Code, costs, and " +
      "returns that neither these files nor written payments show are not part of it.",
    noteBesidePenalty:
      "The calculation was made by a program from the banks' files; each row can be checked in " +
      "data/1-facts/transfers.csv. Costs, and returns that neither these files nor written " +
      "payments show, are not part of it. The penalty is asked for beside the sum of the claim.",
  },
  flow: {
    title: "Flow of money",
    victims: "Victims",
    step: (generation) => `Recipients, step ${generation}`,
    exits: "Exit from the banks",
    exit: {
      cash: "Cash",
      pos: "Shops",
      crypto: "Crypto exchanges",
      foreign: "Abroad",
      other: "Other",
    },
    returned: "Returned to victims",
    legend: "Legend",
    direct: "the victim's own transfer (fact)",
    traced: "victims' money by the tracing rule (calculation)",
    scale: "Line width",
    shown: (nodes, ofNodes, edges, ofEdges) =>
      `Shown: ${nodes} of ${ofNodes} accounts, ${edges} of ${ofEdges} links.`,
    everything: "Everything is shown, nothing was filtered out.",
    rest: (count) => `${count} more`,
    rule: "Rule",
    exchanged: (currency) => `exchanged from ${currency}`,
    sources: "Sources",
    asOf: "Data as of",
    held: "still on the account",
    beyond: "not known to have left (no statement held)",
  },
};
