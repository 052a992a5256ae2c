import { z } from "zod";

/** What a finished loading job says of itself; the same words as `load --json`. */
const result = z.object({ loaded: z.number(), duplicates: z.number(), rejected: z.number() });

export function loadResult(value: unknown): z.infer<typeof result> | null {
  const parsed = result.safeParse(value);
  return parsed.success ? parsed.data : null;
}
