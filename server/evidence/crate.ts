import { formatInstant } from "../time/instant.ts";
import type { CaseFacts } from "./case-facts.ts";
import type { Sender } from "./cover/cover-papers.ts";

const MEDIA: Readonly<Record<string, string>> = {
  csv: "text/csv",
  json: "application/json",
  pdf: "application/pdf",
  svg: "image/svg+xml",
  txt: "text/plain",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};
const ROOMS: Readonly<Record<string, string>> = {
  "1-facts": "What the banks' files and the crime reports say",
  "2-calculation": "Arithmetic over the facts",
  "3-indicators": "What a program inferred; no facts and no proof of guilt",
  "4-attachments": "Files that people put into the case",
};

/**
 * RO-Crate 1.1 (https://w3id.org/ro/crate/1.1): the package described for machines, beside the
 * README for people.
 */
export function crateMetadata(
  facts: CaseFacts,
  paths: readonly string[],
  { office, fingerprint }: Sender,
): string {
  const id = (path: string) => ({ "@id": path });
  // One part alone is no list, as the specification recommends.
  const parts = (all: readonly string[]) => {
    const [first, ...more] = all.map(id);
    return more.length === 0 ? first : [first, ...more];
  };
  const folders = Object.keys(ROOMS).map((room) => `${room}/`);
  const inFolder = (folder: string) => paths.filter((path) => path.startsWith(folder));
  const atRoot = paths.filter((path) => !folders.some((folder) => path.startsWith(folder)));
  const graph = [
    {
      "@id": "ro-crate-metadata.json",
      "@type": "CreativeWork",
      about: id("./"),
      conformsTo: id("https://w3id.org/ro/crate/1.1"),
    },
    {
      "@id": "./",
      "@type": "Dataset",
      name: `${facts.case.id}: ${facts.case.title}`,
      description:
        "Evidence package: transfers, claims calculated from them, and indicators, kept apart.",
      identifier: facts.case.id,
      datePublished: formatInstant(facts.asOf),
      license: id("#licence"),
      author: id("#office"),
      publisher: id("#office"),
      hasPart: parts([...atRoot, ...folders]),
    },
    {
      "@id": "#licence",
      "@type": "CreativeWork",
      name: "Not published",
      description: "Material of a case. It may be used in the proceedings of that case only.",
    },
    {
      "@id": "#office",
      "@type": "Organization",
      name: office?.name ?? "The office that signed the package",
      ...(office?.address === undefined ? {} : { address: office.address }),
      identifier: `sha256:${fingerprint}`,
      description: "The identifier is the fingerprint of the key that signed the package.",
    },
    ...folders.map((folder) => ({
      "@id": folder,
      "@type": "Dataset",
      name: folder.slice(0, -1),
      description: ROOMS[folder.slice(0, -1)],
      hasPart: parts(inFolder(folder)),
    })),
    ...paths.map((path) => ({
      "@id": path,
      "@type": "File",
      name: path.slice(path.lastIndexOf("/") + 1),
      encodingFormat: MEDIA[path.slice(path.lastIndexOf(".") + 1)] ?? "application/octet-stream",
    })),
  ];
  return `${JSON.stringify({ "@context": "https://w3id.org/ro/crate/1.1/context", "@graph": graph }, null, 2)}\n`;
}
