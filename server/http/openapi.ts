import { z } from "zod";
import { type Endpoint, problem } from "../../contract/endpoint.ts";
import { role } from "../../contract/user-roles.ts";
import { isInScope } from "./token-scope.ts";

type Group = Readonly<Record<string, Endpoint>>;
type Json = Record<string, unknown>;

/** OpenAPI 3.1 of the contract: the very schemas the server parses with. */
export function openApiDocument(groups: readonly Group[]): Json {
  const endpoints = groups.flatMap((group) => Object.values(group));
  const paths: Record<string, Json> = {};
  for (const endpoint of endpoints) {
    const path = endpoint.path.replace(/[:*](\w+)/g, "{$1}");
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operation(endpoint) };
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Dropper Graph",
      version: "1",
      summary: "Follow stolen money through droppers' accounts.",
      description:
        'Amounts are decimal text of minor units ("150050" = 1,500.50), instants UTC milliseconds.',
    },
    servers: [{ url: "/api" }],
    security: [{ session: [] }],
    paths,
    components: {
      securitySchemes: {
        session: { type: "apiKey", in: "cookie", name: "dropper-graph-PORT" },
        token: {
          type: "http",
          scheme: "bearer",
          description: "The token of a script; `x-token-scope` says which scope a route needs.",
        },
      },
      schemas: { Problem: schemaOf(problem, "output"), Role: schemaOf(role, "output") },
      responses: {
        Problem: {
          description: "Refused, as a problem document (RFC 9457); `code` is stable.",
          content: {
            "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } },
          },
        },
      },
    },
  };
}

function operation(endpoint: Endpoint): Json {
  const { access, media } = endpoint;
  const body = schemaOf(endpoint.body, "input");
  const hasBody =
    endpoint.method !== "GET" &&
    Object.keys((body.properties as Json | undefined) ?? {}).length > 0;
  return {
    operationId: endpoint.name,
    summary: endpoint.summary,
    ...securityOf(endpoint),
    ...(typeof access !== "string" && {
      description: `Roles: ${access.join(", ")}.`,
      "x-roles": access,
    }),
    parameters: [
      ...parametersOf(endpoint.params, "path"),
      ...parametersOf(endpoint.query, "query"),
    ],
    ...(hasBody && {
      requestBody: { required: true, content: { "application/json": { schema: body } } },
    }),
    ...(endpoint.method === "PUT" &&
      !hasBody && { requestBody: { content: { "application/octet-stream": {} } } }),
    responses: {
      "200": {
        description: media === undefined ? "Done." : "A file to save.",
        content:
          media === undefined
            ? { "application/json": { schema: schemaOf(endpoint.answer, "output") } }
            : { [media]: {} },
      },
      default: { $ref: "#/components/responses/Problem" },
    },
  };
}

/** The cookie of a person; where a script may ask as well, its token beside it. */
function securityOf(endpoint: Endpoint): Json {
  if (endpoint.access === "anyone") return { security: [] };
  const scope = (["read", "load"] as const).find((one) => isInScope(endpoint, one));
  if (scope === undefined) return {};
  return { security: [{ session: [] }, { token: [] }], "x-token-scope": scope };
}

function parametersOf(schema: z.ZodType, place: "path" | "query"): Json[] {
  const described = schemaOf(schema, "input");
  const required = new Set(described.required as string[] | undefined);
  return Object.entries((described.properties as Json | undefined) ?? {}).map(
    ([name, property]) => ({
      name,
      in: place,
      required: place === "path" || required.has(name),
      schema: property,
    }),
  );
}

function schemaOf(schema: z.ZodType, io: "input" | "output"): Json {
  const { $schema: _, ...described } = z.toJSONSchema(schema, {
    io,
    unrepresentable: "any",
    reused: "inline",
  }) as Json;
  return described;
}
