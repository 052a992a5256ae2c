import { createHmac, randomBytes } from "node:crypto";
import type { z } from "zod";
import { type PersonalKind, personalKindOf } from "../../contract/personal.ts";

type Schema = z.core.$ZodType;
/** The parts of zod's own description that are walked. */
type Definition = {
  readonly type: string;
  readonly shape?: Readonly<Record<string, Schema>>;
  readonly element?: Schema;
  readonly innerType?: Schema;
  readonly valueType?: Schema;
  readonly options?: readonly Schema[];
};

/**
 * An answer with the personal data masked that its schema names: "С•••••• А•••••",
 * "90••••••••12". `value` fits the schema.
 */
export function masked(schema: Schema, value: unknown): unknown {
  if (value === null || value === undefined) return value;
  const kind = personalKindOf(schema);
  if (kind !== undefined && typeof value === "string") return maskOf(kind, value);
  const { type, ...part } = schema._zod.def as unknown as Definition;
  if (type === "object" && part.shape) return maskedFields(part.shape, value);
  if (type === "record" && part.valueType)
    return maskedRecord(part.valueType, value as Record<string, unknown>);
  if (type === "array" && part.element && Array.isArray(value)) {
    const { element } = part;
    return value.map((one) => masked(element, one));
  }
  if (type === "union" && part.options) {
    const fits = part.options.find((one) => (one as z.ZodType).safeParse(value).success);
    return fits === undefined ? value : masked(fits, value);
  }
  return part.innerType === undefined ? value : masked(part.innerType, value);
}

function maskedFields(shape: Readonly<Record<string, Schema>>, value: object): unknown {
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => {
      const schema = shape[name];
      return [name, schema === undefined ? inner : masked(schema, inner)];
    }),
  );
}

function maskedRecord(valueType: Schema, value: Readonly<Record<string, unknown>>): unknown {
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, masked(valueType, inner)]),
  );
}

/** One kind of personal data, masked. */
export function maskOf(kind: PersonalKind, text: string): string {
  if (kind === "name") return text.replace(/[\p{L}\p{M}\d'’-]+/gu, beginning);
  if (kind === "text") return text.replace(/\d{12}/g, middle);
  if (kind === "key") return `${middle(text)} ${pseudonym(text)}`;
  return middle(text);
}

/** The first letter and a point for every other. */
function beginning(word: string): string {
  const [first = "", ...others] = word;
  return first + "•".repeat(others.length);
}

/** Both ends, two digits each. */
function middle(text: string): string {
  if (text.length <= 4) return "•".repeat(text.length);
  return text.slice(0, 2) + "•".repeat(text.length - 4) + text.slice(-2);
}

const key = randomBytes(32);

/** Keeps two people apart that look alike; another one after each start of the server. */
function pseudonym(text: string): string {
  return createHmac("sha256", key).update(text).digest("hex").slice(0, 6);
}
