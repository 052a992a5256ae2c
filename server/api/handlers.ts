import type { Readable } from "node:stream";
import type { z } from "zod";
import type { Endpoint } from "../../contract/endpoint.ts";
import type { Role } from "../../contract/user-roles.ts";
import type { Hidden } from "./hidden.ts";

/** The signed-in person behind a request; for endpoints with access "anyone" an empty login. */
export interface Asker {
  readonly login: string;
  readonly role: Role;
  readonly hidden: Hidden;
  /**
   * Why the person looks at people outside his cases, as he said in this session; null = not said.
   */
  readonly ground: string | null;
}

/**
 * A request as a handler gets it: parsed input, and the body as bytes where the contract
 * describes none (uploads).
 */
export interface ApiRequest<Route> {
  readonly params: Route extends Endpoint<infer Params, z.ZodType, z.ZodType, z.ZodType>
    ? z.output<Params>
    : never;
  readonly query: Route extends Endpoint<z.ZodType, infer Query, z.ZodType, z.ZodType>
    ? z.output<Query>
    : never;
  readonly body: Route extends Endpoint<z.ZodType, z.ZodType, infer Body, z.ZodType>
    ? z.output<Body>
    : never;
  readonly asker: Asker;
  /** The raw body of an application/octet-stream request; any other kind of body is refused. */
  readonly bytes: () => Readable;
  /** Aborted when the reader goes away. */
  readonly signal: AbortSignal;
}

/** A file instead of JSON, for endpoints with `media`. */
export interface FileAnswer {
  readonly fileName: string;
  readonly media: string;
  readonly body: Readable | Buffer | string;
}

type Answered<Route> =
  Route extends Endpoint<z.ZodType, z.ZodType, z.ZodType, infer Answer>
    ? Route extends { readonly media: string }
      ? FileAnswer
      : z.input<Answer>
    : never;

/** One function an endpoint of a contract group; express mounts them in server/http. */
export type Handlers<Group> = {
  readonly [Name in keyof Group]: (
    request: ApiRequest<Group[Name]>,
  ) => Promise<Answered<Group[Name]> | FileAnswer>;
};
