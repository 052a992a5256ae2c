/**
 * The letter a command is bound to, small. A Latin layout keeps its own letters (on Dvorak Z stands
 * elsewhere than on QWERTY). With a Russian or Kazakh layout on, the key writes "я" and its place
 * on the keyboard says "z".
 */
export function latinKey({ key, code }: Pick<KeyboardEvent, "key" | "code">): string {
  const written = key.toLowerCase();
  return /^[a-z]$/.test(written)
    ? written
    : (/^Key([A-Z])$/.exec(code)?.[1] ?? written).toLowerCase();
}
