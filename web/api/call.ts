import type { z } from "zod";
import { type Endpoint, problem as problemSchema } from "../../contract/endpoint.ts";
import { CallProblem, unreachable } from "./problem.ts";

type AnyEndpoint = Endpoint<z.ZodType, z.ZodType, z.ZodType, z.ZodType>;

export interface CallInput<E extends AnyEndpoint> {
  readonly params?: z.input<E["params"]>;
  readonly query?: z.input<E["query"]>;
  readonly body?: z.input<E["body"]>;
  readonly signal?: AbortSignal;
}

const BASE = "/api";

/**
 * The address of an endpoint with its params and query filled in; also used for links and
 * downloads.
 */
export function addressOf<E extends AnyEndpoint>(
  endpoint: E,
  input: Pick<CallInput<E>, "params" | "query"> = {},
): string {
  const params = (input.params ?? {}) as Record<string, string | number>;
  const path = endpoint.path.replace(/[:*](\w+)/g, (_, name: string) =>
    encodeURIComponent(String(params[name] ?? "")),
  );
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries((input.query ?? {}) as Record<string, unknown>)) {
    if (Array.isArray(value)) for (const item of value) query.append(key, String(item));
    else if (value !== undefined && value !== null) query.set(key, String(value));
  }
  const text = query.toString();
  return `${BASE}${path}${text === "" ? "" : `?${text}`}`;
}

/** Web and server disagree about an answer: an old page in an open tab, or a mistake of ours. */
function misunderstood(name: string, cause: z.ZodError): CallProblem {
  console.error(`The answer of "${name}" does not fit its contract`, cause.issues.slice(0, 5));
  return new CallProblem({
    type: "about:blank",
    title: "Unexpected answer",
    status: 200,
    code: "bad-answer",
  });
}

/** Reads a problem document out of a failed answer; anything else becomes a problem of its own. */
export async function problemOf(response: Response): Promise<CallProblem> {
  const text = await response.text().catch(() => "");
  try {
    return new CallProblem(problemSchema.parse(JSON.parse(text)));
  } catch {
    return new CallProblem({
      type: "about:blank",
      title: response.statusText,
      status: response.status,
      code:
        response.status === 503
          ? "database-recovering"
          : response.status >= 500
            ? "server-failed"
            : "bad-answer",
    });
  }
}

/**
 * Calls one endpoint of the contract and returns its parsed answer. Throws CallProblem for every
 * refusal, also when the server cannot be reached; an aborted call throws the AbortError of fetch.
 */
export async function call<E extends AnyEndpoint>(
  endpoint: E,
  input: CallInput<E> = {},
): Promise<z.output<E["answer"]>> {
  const hasBody = endpoint.method !== "GET";
  let response: Response;
  try {
    response = await fetch(addressOf(endpoint, input), {
      method: endpoint.method,
      credentials: "same-origin",
      headers: hasBody
        ? { "content-type": "application/json", accept: "application/json" }
        : { accept: "application/json" },
      ...(hasBody ? { body: JSON.stringify(input.body ?? {}) } : {}),
      ...(input.signal ? { signal: input.signal } : {}),
    });
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw unreachable();
  }
  if (!response.ok) throw await problemOf(response);
  const answer: unknown = response.status === 204 ? {} : await response.json();
  const parsed = endpoint.answer.safeParse(answer);
  if (parsed.success) return parsed.data as z.output<E["answer"]>;
  throw misunderstood(endpoint.name, parsed.error);
}
