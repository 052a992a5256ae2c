import { z } from "zod";

/** Values that fit a schema, at the edges of what it lets through; made from a seeded chance. */
export type Chance = () => number;

interface JsonSchema {
  readonly type?: string | readonly string[];
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: JsonSchema | boolean;
  readonly propertyNames?: JsonSchema;
  readonly items?: JsonSchema;
  readonly minItems?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly format?: string;
  readonly pattern?: string;
  readonly maxLength?: number;
}

const TEXTS = [
  ...["x", "=1+1", "' OR 1=1 //", "__proto__", "constructor", "\u0000", "\ud800", "🦊", " ", "{x}"],
  ...["Сейтқали Аружан", "030740001404", "../../etc/passwd", "9".repeat(400), "KZ00P00001"],
];
const NUMBERS = [
  ...[0, 1, -1, 2, 2 ** 31, 2 ** 53 - 1, 2 ** 53 - 2, -(2 ** 53 - 1), 8.64e15, 8.64e15 + 1],
  ...[253_402_300_799_999, -62_135_596_800_000, 1_772_600_000_000, 0.5],
];
const AMOUNTS = ["0", "1", "-1", "150050", "9223372036854775807", "9223372036854775808"];
const DAYS = ["2026-03-04", "0001-01-01", "9999-12-31", "2024-02-29", "1970-01-01"];

export function jsonSchemaOf(schema: z.ZodType): JsonSchema {
  return z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as JsonSchema;
}

/** `known`: texts that stand for things that are there (ids, accounts). */
export function someValue(schema: JsonSchema, chance: Chance, known: readonly string[]): unknown {
  const one = <Value>(from: readonly Value[]) => from[Math.floor(chance() * from.length)] as Value;
  const part = schema.anyOf ?? schema.oneOf;
  if (part) return someValue(one(part), chance, known);
  if (schema.allOf) return someValue(schema.allOf[0] ?? {}, chance, known);
  if (schema.enum) return one(schema.enum);
  if (schema.const !== undefined) return schema.const;
  const type = typeof schema.type === "object" ? one(schema.type) : schema.type;
  if (type === "object") return objectOf(schema, chance, known);
  if (type === "array") {
    const least = schema.minItems ?? 0;
    const length = least + Math.floor(chance() * 3);
    return Array.from({ length }, () => someValue(schema.items ?? {}, chance, known));
  }
  if (type === "integer" || type === "number") {
    const { minimum = Number.NEGATIVE_INFINITY, maximum = Number.POSITIVE_INFINITY } = schema;
    const edges = [minimum, maximum, ...NUMBERS].filter(Number.isFinite);
    const inside = edges.filter((edge) => edge >= minimum && edge <= maximum);
    return one(type === "integer" ? inside.filter(Number.isInteger) : inside);
  }
  if (type === "boolean") return chance() < 0.5;
  if (type === "null") return null;
  return textOf(schema, chance, known);
}

function objectOf(schema: JsonSchema, chance: Chance, known: readonly string[]): unknown {
  const required = new Set(schema.required ?? []);
  const fields = Object.entries(schema.properties ?? {}).filter(
    ([name]) => required.has(name) || chance() < 0.6,
  );
  const made = fields.map(([name, inner]) => [name, someValue(inner, chance, known)]);
  if (typeof schema.additionalProperties === "object" && fields.length === 0) {
    const name = textOf(schema.propertyNames ?? {}, chance, known);
    made.push([name, someValue(schema.additionalProperties, chance, known)]);
  }
  return Object.fromEntries(made);
}

function textOf(schema: JsonSchema, chance: Chance, known: readonly string[]): string {
  const one = <Value>(from: readonly Value[]) => from[Math.floor(chance() * from.length)] as Value;
  if (schema.format === "date") return one(DAYS);
  if (schema.pattern?.includes("\\d") === true && !schema.pattern.includes("a-z"))
    return one(chance() < 0.8 ? AMOUNTS : ["9".repeat(40)]);
  const text = chance() < 0.6 ? one(known) : one(TEXTS);
  return text.slice(0, schema.maxLength ?? text.length);
}
