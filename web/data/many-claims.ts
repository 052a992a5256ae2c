import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { z } from "zod";
import type { Problem } from "../../contract/endpoint.ts";
import { manySteps } from "../../contract/many-steps.ts";
import { manyTexts } from "../../contract/many-texts.ts";
import { stepCorrections } from "../../contract/step-corrections.ts";
import { call } from "../api/call.ts";

/** What each claim of the case lacks before such a step. */
export function useBeforeSteps(id: string, asked: boolean) {
  return useQuery({
    queryKey: ["cases", id, "claims", "before"],
    queryFn: ({ signal }) => call(manySteps.before, { params: { id }, signal }),
    enabled: asked,
  });
}

/** The words of the dossiers of all claims of the case; a form that opens reads them anew. */
export function useTextsOfClaims(id: string, asked: boolean) {
  return useQuery({
    queryKey: ["cases", id, "claims", "texts"],
    queryFn: ({ signal }) => call(manyTexts.texts, { params: { id }, signal }),
    enabled: asked,
    gcTime: 0,
  });
}

/** So many claims go in one request: the page says how far it has come. */
const AT_ONCE = 4;

/** What one of many claims answered; null = it is done. */
export interface ClaimResult {
  readonly claim: string;
  readonly problem: Problem | null;
}

type ManyStepsBody = z.input<typeof manySteps.take.body>;
type ManyTextsBody = z.input<typeof manyTexts.write.body>;
type UndoManyBody = z.input<typeof stepCorrections.undoMany.body>;
export type ManyWork =
  | { readonly step: ManyStepsBody }
  | { readonly texts: ManyTextsBody }
  | { readonly undo: UndoManyBody };

/** The same of many claims, some at a time; what each answers stays on the page. */
export function useManyClaims(id: string) {
  const client = useQueryClient();
  const [results, setResults] = useState<readonly ClaimResult[]>([]);
  const work = useMutation({
    mutationFn: async (wanted: ManyWork) => {
      setResults([]);
      const all = claimsOf(wanted).length;
      for (let from = 0; from < all; from += AT_ONCE) {
        const part = await send(id, wanted, from);
        setResults((before) => [...before, ...part.results]);
      }
    },
    onSettled: () =>
      Promise.all(
        [["cases"], ["overview"], ["measures"], ["reports", "deadlines"]].map((queryKey) =>
          client.invalidateQueries({ queryKey }),
        ),
      ),
  });
  return { work, results };
}

export function claimsOf(wanted: ManyWork): readonly { readonly id: string }[] {
  if ("undo" in wanted) return wanted.undo.claims;
  return "step" in wanted ? wanted.step.claims : wanted.texts.claims;
}

function send(id: string, wanted: ManyWork, from: number) {
  const params = { id };
  if ("texts" in wanted) {
    const claims = wanted.texts.claims.slice(from, from + AT_ONCE);
    return call(manyTexts.write, { params, body: { ...wanted.texts, claims } });
  }
  if ("undo" in wanted) {
    const claims = wanted.undo.claims.slice(from, from + AT_ONCE);
    return call(stepCorrections.undoMany, { params, body: { ...wanted.undo, claims } });
  }
  const claims = wanted.step.claims.slice(from, from + AT_ONCE);
  return call(manySteps.take, { params, body: { ...wanted.step, claims } });
}
