/**
 * The state of a page in its address, one table a page: name of the field to how it is read and
 * written. A value that a field does not understand reads as its default, and the default is not
 * written.
 */
export interface AddressField<Value> {
  readonly read: (params: URLSearchParams) => Value;
  readonly write: (params: URLSearchParams, value: Value) => void;
}

/** Fields are written in the order of the table. */
export type AddressCodec<State> = {
  readonly [Name in keyof State]-?: AddressField<State[Name]>;
};

export function readState<State>(codec: AddressCodec<State>, params: URLSearchParams): State {
  const names = Object.keys(codec) as (keyof State)[];
  return Object.fromEntries(names.map((name) => [name, codec[name].read(params)])) as State;
}

export function writeState<State>(
  codec: AddressCodec<State>,
  state: State,
  params = new URLSearchParams(),
): URLSearchParams {
  for (const name of Object.keys(codec) as (keyof State)[]) codec[name].write(params, state[name]);
  return params;
}

/** One value under one key; null where there is none or `parse` finds none in the text. */
export function value<Value>(
  key: string,
  parse: (text: string) => Value | null,
  print: (value: Value) => string = String,
): AddressField<Value | null> {
  return {
    read: (params) => {
      const text = params.get(key) ?? "";
      return text === "" ? null : parse(text);
    },
    write: (params, found) => {
      const text = found === null ? "" : print(found);
      if (text !== "") params.set(key, text);
    },
  };
}

export const text = (key: string) => value(key, (found) => found);

/** UTC milliseconds. */
export const instant = (key: string) =>
  value(key, (found) => (/^-?\d{1,15}$/.test(found) ? Number(found) : null));

/** One of a few words or numbers; `fallback` for everything else. */
export function oneOf<Option extends string | number, Fallback extends Option | null>(
  key: string,
  options: readonly Option[],
  fallback: Fallback,
): AddressField<Option | Fallback> {
  return {
    read: (params) => options.find((known) => String(known) === params.get(key)) ?? fallback,
    write: (params, found) => {
      if (found !== null && found !== fallback) params.set(key, String(found));
    },
  };
}

/** The key once an item. */
export function repeated<Item>(
  key: string,
  parse: (text: string) => Item | null,
  print: (item: Item) => string = String,
): AddressField<readonly Item[]> {
  return {
    read: (params) => params.getAll(key).flatMap((found) => (found && parse(found)) || []),
    write: (params, items) => {
      for (const item of items) params.append(key, print(item));
    },
  };
}

export const texts = (key: string) => repeated(key, (found) => found);

/** Items between commas; those that are none of `options` are passed over. */
export function list<Item extends string>(
  key: string,
  options?: readonly Item[],
): AddressField<readonly Item[]> {
  return {
    read: (params) => {
      const found = (params.get(key) ?? "").split(",").filter((part) => part !== "") as Item[];
      return options === undefined ? found : found.filter((part) => options.includes(part));
    },
    write: (params, items) => {
      if (items.length > 0) params.set(key, items.join(","));
    },
  };
}

/** Two accounts, from and to: "A>B". */
export function pair(key: string): AddressField<readonly [string, string] | null> {
  return value(
    key,
    (found): readonly [string, string] | null => {
      const [from, to] = found.split(">");
      return from && to ? [from, to] : null;
    },
    (found) => found.join(">"),
  );
}
