import type { VerifyWords } from "./verify-words.ts";

export const en: VerifyWords = {
  intact: "intact: {{files}} files, signed by {{fingerprint}}",
  broken: "NOT intact: {{faults}} faults",
  otherKey: "intact, but signed by another key: {{fingerprint}}",
  named: "This is the key you named.",
  office: "This is the key of the office whose data are in {{folder}}.",
  notNamed: "This is NOT the key you named ({{known}}).",
  notOffice: "This is NOT the key of the office whose data are in {{folder}} ({{known}}).",
  unknown:
    "The package cannot say whose key this is. Compare the fingerprint with the office's letter, " +
    "or name the office's key: --key FILE or FINGERPRINT.",
  foreign: "{{name}} is not checked here: see docs/evidence.md.",
  problems: null,
};
