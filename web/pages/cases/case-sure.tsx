import { reports } from "../../../contract/reports.ts";
import { useCaseSure, useLinkCase } from "../../data/first-hour.ts";
import { useMay } from "../../data/permissions.ts";
import { ConfirmPairs, useSureWords } from "../../frame/sure-pairs.tsx";
import { Section } from "../../ui/panel.tsx";

/** Described transfers of all reports of the case that agree with the data in everything. */
export function CaseSure({ id }: { id: string }) {
  const may = useMay(reports.linkCase);
  const link = useLinkCase(id);
  const pairs = useCaseSure(id).data?.pairs ?? [];
  const { title, sums } = useSureWords(pairs);
  if (pairs.length === 0) return null;
  return (
    <Section title={title}>
      <p>{sums}</p>
      <ConfirmPairs pairs={pairs} may={may} link={link} />
    </Section>
  );
}
