const EXITS = ["cash", "pos", "crypto", "foreign", "other"] as const;
export type ExitKey = (typeof EXITS)[number];

/** The catalogue's word for a kind of exit; an unknown kind is "other". */
export function exitKey(kind: string): ExitKey {
  return EXITS.find((known) => known === kind) ?? "other";
}

/** Kind of exit in an account's number ("EXIT:cash:601"); null = an ordinary account. */
export function exitKindOf(account: string): string | null {
  return /^EXIT:(\w+):/.exec(account)?.[1] ?? null;
}
