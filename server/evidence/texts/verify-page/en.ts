import type { PageWords } from "./page-words.ts";

export const en: PageWords = {
  title: "Check of an evidence package",
  intro:
    "This page checks that no file of the package was changed, taken away, added or renamed, and " +
    "that the package is signed.",
  choose: "Choose the folder of the package (the one with bagit.txt in it)",
  local:
    "The browser may speak of an upload. Nothing leaves this computer: the page reads the files " +
    "here and has no access to the network.",
  typed: "Fingerprint of the key from the office's cover letter",
  checking: "Checking: {{done}} of {{files}} files…",
  intact:
    "The package is unchanged ({{files}} files), and its signature matches. Whose key it is can " +
    "only be said by the fingerprint in the cover letter: type it in above.",
  known:
    "The package is unchanged ({{files}} files), and it is signed with the key of the cover letter.",
  otherKey:
    "The package is signed with ANOTHER key than the one in the cover letter. Do not rely on it.",
  broken: "The package was CHANGED or is INCOMPLETE. Faults: {{faults}}.",
  unchecked:
    "The files match the lists ({{files}} files). This browser cannot check the signature " +
    "(Ed25519): use a newer browser, or the command of openssl in README.",
  audited:
    "The extract of the office's audit log stands ({{entries}} entries): each is in the signed log, and none was changed.",
  foreign: "{{name}} is not checked here: check it at the national certification centre.",
  fingerprintTitle: "Fingerprint of the key (SHA-256)",
  compare: "Compare it with the fingerprint in the office's cover letter.",
  compared: {
    same: "It is the same as the fingerprint you typed.",
    other: "It is NOT the fingerprint you typed.",
    unreadable: "What you typed is no fingerprint: it has 64 digits and letters a to f.",
  },
  about: {
    "External-Identifier": "Case",
    "External-Description": "Title",
    "Export-Time": "Exported",
    "Data-As-Of": "Data as of",
  },
  limitsTitle: "Limits of this page",
  limits:
    "Whoever can change a package can also change the page that lies in it. Where much depends on " +
    "the answer, use a verify.html that came another way, or the commands below.",
  byHand:
    "Without this page: README tells how to check the package with sha256sum and openssl. Both " +
    "are programs of others.",
  faults: {
    missing: "is missing",
    extra: "was added: no list names it",
    changed: "was changed",
    renamed: "was renamed: it is now {{to}}",
    "unknown-at-root": "was added: a package has no such file",
    "bad-path": "has a name that is not allowed",
    "listed-twice": "stands in a list twice",
    "not-listed": "is not in the signed list",
    malformed: "is not written by the rules of BagIt",
    unsigned: "is missing: the package is not signed",
    audit:
      "— the extract of the audit log does not stand: entry {{seq}} was changed or is not in the signed log, or the log is signed with another key",
    "bad-signature": "does not match: the list was changed or signed with another key",
    unreadable: "cannot be read whole",
  },
};
