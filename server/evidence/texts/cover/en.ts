import type { CoverWords } from "./cover-words.ts";

const SIGNED = `Date ______________ 20___
Signature ____________________ {office.signer}`;

export const en: CoverWords = {
  inventoryTitle: "Inventory of the evidence package",
  inventory: `# INVENTORY OF THE EVIDENCE PACKAGE
? disclosure: ## {disclosure}
Case {case.id}: {case.title}
The files lie in the folder data of the package. SHA-256 is written in four groups of 16 characters. The inventory itself and the cover letter are not in it: manifest-sha256.txt names both, and the letter states the hash of the inventory.
| No. | File | What it is | Bytes | SHA-256 |
| {files.n} | {files.name} | {files.what} | {files.bytes} | {files.sha256} |
Files: {count}, bytes: {bytes}.

${SIGNED}`,
  letterTitle: "Cover letter of the evidence package",
  letter: `> {office.name}
? office.address: > {office.address}
? office.contacts: > {office.contacts}
> To: {addressee}
No. ____________ of ______________ 20___

# COVER LETTER
## of the evidence package of case {case.id}
? disclosure: ## {disclosure}
I send the evidence package on an electronic carrier. Case {case.id}: {case.title}. Claims: {claims}. Transfers: {transfers}. Data as of {as-of} (UTC+5).
### Fingerprint of the key that signed the package (SHA-256)
{fingerprint}
### Hash of the inventory, the file inventory.pdf (SHA-256)
{inventory.sha256}
### How to check the package
Open verify.html from the folder of the package, choose that folder, and type the fingerprint of this letter. README names programs of other makers for the same check.
This letter is handed over on paper, signed. The same letter inside the package proves nothing: whoever changes the package changes it as well.
### Attached
- Evidence package on an electronic carrier
- Inventory of its files

${SIGNED}`,
  disclosure: "Disclosure copy: third persons stand under pseudonyms",
  blanks: {
    addressee: "name of the court or body",
    "office.name": "name of the office",
    "office.signer": "position and name",
  },
  kinds: {
    readme: "contents of the package, how to check it",
    machines: "description of the package for programs",
    inventory: "inventory of the files",
    letter: "cover letter",
    withheld: "list of what is withheld, and why",
    transfers: "transfers by the banks' files",
    sources: "banks' files, requests and sanctions",
    accounts: "accounts and their holders",
    reports: "crime reports",
    described: "transfers known only from the victims' words",
    claims: "claims",
    lines: "transfers that make up the claimed sums",
    totals: "totals by currency",
    repayments: "paid back since the claims were made",
    payments: "payments that people wrote down",
    tengeNotCounted: "tenge that look like a repayment and count nowhere yet",
    losses: "the loss behind each claim",
    recoveries: "all that came back of these losses",
    penalty: "the penalty of article 353, row by row",
    joint: "joint defendants",
    differences: "changes of the data since the claims were made",
    figures: "sums of the victim that differ from the bank's",
    approvals: "approvals of the claims",
    calculation: "calculation of a claim",
    method: "how the sums were found, other rules, limits",
    trace: "tracing of the money",
    movements: "movements that the tracing rules were applied to",
    flow: "picture of the flow of money",
    findings: "indicators by account",
    reasons: "reasons and innocent explanations",
    withheldTransfers: "numbers of the transfers that are withheld",
    runs: "parameters of the search",
    limits: "the method and its limits",
    attachments: "list of the attached files",
    attachment: "file attached to the case",
  },
};
