import { createHash } from "node:crypto";
import { rm } from "node:fs/promises";
import { cleanTexts } from "../../contract/clean-text.ts";
import type { DocumentLanguage } from "../../contract/document-language.ts";
import type { AuditExtract } from "../audit/extract.ts";
import { UserError } from "../errors/user-error.ts";
import { formatInstant } from "../time/instant.ts";
import { productVersion } from "../versions/product-version.ts";
import type { Anchor } from "./anchors.ts";
import { AUDIT_EXTRACT, CHECKPOINT_LABEL } from "./audit-extract.ts";
import type { BagFiles } from "./bag/bag-files.ts";
import type { InfoFields } from "./bag/declaration.ts";
import { openBagFiles } from "./bag/files.ts";
import { startBag } from "./bag/write.ts";
import type { CaseFacts } from "./case-facts.ts";
import { addContents } from "./contents.ts";
import type { OfficeDetails } from "./letters/office-details.ts";
import { recomputeBag } from "./recompute.ts";
import { reopenDocuments } from "./reopen/reopen.ts";
import type { Signer } from "./signing.ts";
import type { Stamp } from "./timestamp/service.ts";
import { VERIFY_PAGE, verifyPage } from "./verify-page/verify-page.ts";

export interface PackOptions {
  /** Of the documents inside. */
  readonly language: DocumentLanguage;
  /** Stated time of the export: the only thing in which two exports of one case differ. */
  readonly at: number;
  readonly by: string;
  /** What office.json says in this language; null = nothing. */
  readonly office: OfficeDetails | null;
  /** Where the audit log stands; the package's signature vouches for it. */
  readonly checkpoint?: Anchor;
  /** Entries of the audit log about the case, with proofs up to that place. */
  readonly extract?: AuditExtract | null;
  /** The time-stamping service of the office; null = it has none. */
  readonly stamp?: Stamp | null;
  /** Of a disclosure copy: the SHA-256 of the whole package's manifest-sha256.txt. */
  readonly disclosureOf?: string | null;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Writes the package of a case into an empty folder. Texts are cleaned first; then every document
 * is opened again and every amount recomputed from the written files. Only a package that passes
 * is signed; any other is a UserError.
 */
export async function packFacts(
  folder: string,
  found: CaseFacts,
  options: PackOptions,
  signer: Signer,
): Promise<CaseFacts> {
  const facts = cleanTexts(found);
  const bag = startBag(folder);
  const { language, signal } = options;
  const sender = { office: options.office, fingerprint: signer.fingerprint };
  const { disclosureOf = null } = options;
  await addContents(bag, facts, language, { sender, signal, disclosureOf });
  const written = await openBagFiles(folder);
  try {
    await reopenDocuments(written.files);
    await refuseDisagreement(written, facts.case.id);
  } finally {
    written.close();
  }
  bag.tag(VERIFY_PAGE, await verifyPage());
  if (options.extract) bag.tag(AUDIT_EXTRACT, `${JSON.stringify(options.extract, null, 1)}\n`);
  await bag.finish(
    [
      ["Bag-Software-Agent", `dropper-graph ${productVersion()}`],
      ["External-Identifier", facts.case.id],
      ["External-Description", facts.case.title],
      ["Document-Language", options.language],
      ["Data-As-Of", formatInstant(facts.asOf)],
      ["Signer-Fingerprint-SHA256", signer.fingerprint],
      ["Exported-By", cleanTexts(options.by)],
      ["Export-Time", formatInstant(options.at)],
      ...disclosureFields(disclosureOf),
      ...checkpointField(options.checkpoint),
    ],
    signer,
    options.stamp,
  );
  return facts;
}

/**
 * The SHA-256 of manifest-sha256.txt of the whole package of these facts, for which its payload is
 * written into a folder of its own that goes again: a disclosure copy states of what it is one.
 */
export async function wholeManifest(
  folder: string,
  found: CaseFacts,
  { language, office, signal }: Pick<PackOptions, "language" | "office" | "signal">,
  { fingerprint }: Signer,
): Promise<string> {
  try {
    const bag = startBag(folder);
    await addContents(bag, cleanTexts(found), language, {
      sender: { office, fingerprint },
      signal,
    });
    return createHash("sha256").update(bag.manifest()).digest("hex");
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function disclosureFields(of: string | null): InfoFields {
  return of === null
    ? []
    : [
        ["Disclosure-Copy", "third persons are masked"],
        ["Disclosure-Of-Manifest-SHA256", of],
      ];
}

function checkpointField(place: Anchor | undefined): InfoFields {
  return place === undefined || place.seq === 0
    ? []
    : [[CHECKPOINT_LABEL, `${place.seq} ${place.hash}`]];
}

/** What a court's own `recompute` would find fault with is not signed. */
async function refuseDisagreement(written: BagFiles, caseId: string): Promise<void> {
  const { agrees, faults, claims } = await recomputeBag(written);
  if (agrees) return;
  const [first = `claim ${claims.find((claim) => !claim.agrees)?.claim ?? ""} differs`] = faults;
  throw new UserError({
    code: "package-disagrees",
    status: 409,
    message: `The package of case ${caseId} would not agree with its own data: ${first}`,
    remedy: "Nothing was signed. Look at the claim named, and open claims again or withdraw it.",
    params: { id: caseId, fault: first },
  });
}
