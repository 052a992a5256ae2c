import { z } from "zod";

/**
 * A form that was begun and left, as by a click on another claim, is there again when a person
 * comes back to it. It is kept in this browser until it is sent or closed, or the person signs out.
 */
const keptForm = z.object({
  typed: z.record(z.string(), z.string().nullable()),
  reason: z.string(),
});
export type KeptForm = z.infer<typeof keptForm>;

type Kept = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/** The form as it was left; null = it was not begun. */
export function readForm(storage: Kept, key: string): KeptForm | null {
  const text = storage.getItem(key);
  if (text === null) return null;
  const { data } = keptForm.safeParse(JSON.parse(text));
  return data ?? null;
}

export function keepForm(storage: Kept, key: string, form: KeptForm): void {
  storage.setItem(key, JSON.stringify(form));
}

export function forgetForm(storage: Kept, key: string): void {
  storage.removeItem(key);
}
