import type { Request, RequestHandler, Response, Router } from "express";
import type { Logger } from "pino";
import type { z } from "zod";
import type { Endpoint } from "../../contract/endpoint.ts";
import { may, type Role } from "../../contract/user-roles.ts";
import type { ApiRequest, Asker, FileAnswer } from "../api/handlers.ts";
import { type Hidden, NOTHING_HIDDEN } from "../api/hidden.ts";
import { asAct } from "../audit/acts.ts";
import { audit } from "../audit/audit.ts";
import type { Looks } from "../audit/looks.ts";
import { recordedFields } from "../audit/recorded-fields.ts";
import { hiddenFrom } from "../cases/hidden.store.ts";
import { isUserError, UserError } from "../errors/user-error.ts";
import { masked } from "../identity/masking.ts";
import type { Database } from "../neo4j/database.ts";
import { findSession } from "../users/sign-in-sessions.store.ts";
import { findToken } from "../users/tokens.store.ts";
import { signInRequired } from "../users/users.handlers.ts";
import type { Visit } from "../users/visit.ts";
import { isAudited } from "./audited.ts";
import { mediaType } from "./bodies.ts";
import {
  dropToken,
  giveDevice,
  giveProvider,
  giveToken,
  readBearer,
  readDevice,
  readProvider,
  readToken,
} from "./cookies.ts";
import { discardFile, isFileAnswer, sendFile } from "./file-answer.ts";
import { isLook, lookedAt } from "./looked-at.ts";
import type { Metrics } from "./metrics.ts";
import { type Asked, refuseOthers } from "./not-yours.ts";
import { internalProblem, invalid, problemOf, sendProblem } from "./problems.ts";
import { whileReady } from "./recovering.ts";
import { isInScope, notInScope } from "./token-scope.ts";

export interface MountOptions {
  readonly database: Database;
  readonly log: Logger;
  /** The site is reached by https only. */
  readonly secure: boolean;
  readonly looks: Looks;
  readonly metrics?: Metrics | undefined;
  /** Runs before the handler of costly endpoints. */
  readonly limits: (endpoint: Endpoint) => RequestHandler[];
}

/** A group of the contract beside what its endpoints do, for any request. */
export interface MountedGroup {
  readonly group: Readonly<Record<string, Endpoint>>;
  readonly handlers: (
    visit: Visit,
  ) => Readonly<Record<string, (request: never) => Promise<unknown>>>;
}

/**
 * Puts every endpoint of a group on the router; the contract decides method, address, who may call,
 * and what goes in and out.
 */
export function mount(
  router: Router,
  { group, handlers }: MountedGroup,
  options: MountOptions,
): void {
  for (const [key, endpoint] of Object.entries(group)) {
    const method = endpoint.method.toLowerCase() as "get" | "post" | "put" | "patch" | "delete";
    router[method](endpoint.path, ...options.limits(endpoint), async (request, response) => {
      const begun = performance.now();
      const call = { who: "" };
      const answering = answerOf(
        endpoint,
        (visit) => handlers(visit)[key],
        request,
        response,
        call,
        options,
      );
      try {
        const answer = await whileReady(options.database, answering);
        if (isFileAnswer(answer)) await sendFile(response, answer);
        else response.status(200).set("Cache-Control", "no-store").json(answer);
      } catch (error) {
        refuse(error, endpoint, response, options.log);
        // The work may still come to an end after the refusal; a file nobody takes must not stay
        // open.
        answering.then(discardFile, () => {});
      } finally {
        const { statusCode: status } = response;
        const ms = Math.round(performance.now() - begun);
        options.metrics?.answered(endpoint.name, status, ms);
        if (status === 500) options.metrics?.fault();
        if (!PASSIVE.has(endpoint.name) || status >= 400)
          options.log.info({ endpoint: endpoint.name, status, ms, who: call.who });
      }
    });
  }
}

/** What the asker may not see; a route about nobody needs no look into the database. */
function hiddenOf(
  { about }: Endpoint,
  person: Pick<Asker, "login" | "role">,
  { database }: MountOptions,
): Promise<Hidden> | Hidden {
  return about === "nobody" ? NOTHING_HIDDEN : hiddenFrom(database.queries, person);
}

/** Refuses what is of other people's cases, and writes that down. */
async function refuseAndTell(
  endpoint: Endpoint,
  asked: Asked,
  { login, hidden }: Asker,
  { database }: MountOptions,
): Promise<void> {
  try {
    refuseOthers(endpoint, asked, hidden);
  } catch (refusal) {
    const details = { case: isUserError(refusal) ? (refusal.params?.id ?? "") : "" };
    await audit(database, { who: login, what: "refused", target: endpoint.name, details });
    throw refusal;
  }
}

/**
 * A file cannot be masked: whoever mends it or sends it on needs it as it is. So roles without need
 * of names say why before one leaves; the ground stands in its audit entry.
 */
function refuseFileWithoutGround({ media, about }: Endpoint, { role, ground }: Asker): void {
  if (media === undefined || about === "nobody" || may("seePeople", role) || ground !== null)
    return;
  throw new UserError({
    code: "file-needs-ground",
    status: 403,
    message: "This file has names or IIN, which your role sees after giving a reason.",
    remedy: "Say why you need them (PUT /api/session/ground), then ask for the file again.",
  });
}

/** Names and IIN are masked for roles without need of them, until the person gives a ground. */
function seenBy({ role, ground }: Asker, endpoint: Endpoint, answer: unknown): unknown {
  if (isFileAnswer(answer) || may("seePeople", role) || ground !== null) return answer;
  return endpoint.access === "anyone" ? answer : masked(endpoint.answer, answer);
}

type Handler = ReturnType<MountedGroup["handlers"]>[string];

/** Everything of a call that needs the database; `call.who` is filled in as soon as it is known. */
async function answerOf(
  endpoint: Endpoint,
  handlerFor: (visit: Visit) => Handler | undefined,
  request: Request,
  response: Response,
  call: { who: string },
  options: MountOptions,
): Promise<unknown> {
  const visit = await visitOf(request, response, endpoint, options);
  const person = await admit(endpoint, visit, options);
  const hidden = await hiddenOf(endpoint, person, options);
  const asker = { ...person, hidden, ground: visit.person?.ground ?? null };
  call.who = asker.login;
  const handle = handlerFor(visit) as
    | ((request: ApiRequest<unknown>) => Promise<unknown>)
    | undefined;
  if (!handle) throw new Error(`Nothing does what ${endpoint.name} asks`);
  // The address first: a refusal says nothing of what else is wrong with the request.
  const named = { params: request.params, query: {}, body: {} };
  await refuseAndTell(endpoint, named, asker, options);
  refuseFileWithoutGround(endpoint, asker);
  const apiRequest = apiRequestOf(endpoint, request, response, asker);
  await refuseAndTell(endpoint, apiRequest, asker, options);
  const work = async () => seenBy(asker, endpoint, checked(endpoint, await handle(apiRequest)));
  if (isLook(endpoint)) {
    const answer = await work();
    const asked = [apiRequest.params, apiRequest.query, apiRequest.body];
    const look = lookedAt(endpoint, ...asked);
    const why = asker.ground === null ? {} : { why: asker.ground };
    const by = { who: asker.login, ...tokenOf(visit) };
    await options.looks.note({ ...by, what: endpoint.name, ...look, ...why });
    return answer;
  }
  if (!isAudited(endpoint)) return work();
  const event = {
    who: asker.login,
    what: endpoint.name,
    target: Object.values(apiRequest.params as Record<string, string>).join(" "),
    details: { ...groundOf(endpoint, asker), ...tokenOf(visit) },
  };
  const given = [apiRequest.body, apiRequest.query];
  return asAct(options.database, event, work, (done) => recordedFields(...given, done));
}

/** The script's token, as the logs name it. */
function tokenOf({ used }: Visit): { token?: string } {
  return used === undefined ? {} : { token: used.name };
}

/** Why a file about people was taken away, where the person has said so. */
function groundOf({ media, about }: Endpoint, { ground }: Asker): Record<string, string> {
  return media === undefined || about === "nobody" || ground === null ? {} : { why: ground };
}

function refuse(error: unknown, endpoint: Endpoint, response: Response, log: Logger): void {
  const problem =
    error instanceof InvalidInput ? invalid(error.issues, error.where) : problemOf(error);
  // A reader that went away is nobody's fault and gets no answer.
  if (!problem && response.destroyed) return;
  if (!problem) log.error({ endpoint: endpoint.name, error }, "fault");
  sendProblem(response, problem ?? internalProblem());
}

/**
 * What this page asks by itself every few seconds; it must not keep a session alive that nobody
 * uses.
 */
const PASSIVE: ReadonlySet<string> = new Set(["jobs", "me"]);

async function visitOf(
  request: Request,
  response: Response,
  endpoint: Endpoint,
  { database, secure }: MountOptions,
): Promise<Visit> {
  const bearer = readBearer(request);
  // A script's token stands alone: the cookie of a browser beside it counts for nothing.
  const token = bearer === undefined ? readToken(request, secure) : undefined;
  const asked = endpoint.access !== "anyone";
  const passive = PASSIVE.has(endpoint.name);
  const held =
    asked && bearer !== undefined
      ? await findToken(database.queries, bearer, Date.now())
      : undefined;
  const session =
    asked && token !== undefined
      ? await findSession(database.queries, token, Date.now(), passive)
      : undefined;
  return {
    address: request.ip ?? "",
    token,
    person: held === undefined ? session : { ...held.person, ground: null },
    used: held?.used,
    agent: request.get("user-agent"),
    device: readDevice(request, secure),
    provider: readProvider(request, secure),
    giveToken: (made) => giveToken(request, response, made, secure),
    giveDevice: (marks) => giveDevice(request, response, marks, secure),
    giveProvider: (id) => giveProvider(request, response, id, secure),
    dropToken: () => dropToken(request, response, secure),
  };
}

/** Session, then password, then role: whoever may not call learns nothing about the rest. */
async function admit(
  endpoint: Endpoint,
  { person, used }: Visit,
  { database }: MountOptions,
): Promise<Pick<Asker, "login" | "role">> {
  if (endpoint.access === "anyone") return { login: "", role: "data" };
  if (!person) throw signInRequired();
  if (person.mustChangePassword && !endpoint.path.startsWith("/session")) throw changeFirst();
  if (person.secondFactor === "due" && !endpoint.path.startsWith("/session"))
    throw secondFactorFirst();
  if (used !== undefined && !isInScope(endpoint, used.scope)) throw notInScope(used.scope);
  if (endpoint.access !== "user" && !endpoint.access.includes(person.role)) {
    await audit(database, {
      who: person.login,
      what: "refused",
      target: endpoint.name,
      details: { role: person.role },
    });
    throw notYourRole(person.role, endpoint.access);
  }
  return { login: person.login, role: person.role };
}

class InvalidInput extends Error {
  readonly where: string;
  readonly issues: readonly z.core.$ZodIssue[];

  constructor(where: string, issues: readonly z.core.$ZodIssue[]) {
    super(`invalid ${where}`);
    this.where = where;
    this.issues = issues;
  }
}

/** Only what the contract names gets through: unknown fields are dropped here. */
function apiRequestOf(
  endpoint: Endpoint,
  request: Request,
  response: Response,
  asker: Asker,
): ApiRequest<Endpoint> {
  const parse = (where: string, schema: z.ZodType, value: unknown): unknown => {
    const parsed = schema.safeParse(value ?? {});
    if (parsed.success) return parsed.data;
    throw new InvalidInput(where, parsed.error.issues);
  };
  const left = new AbortController();
  response.once("close", () => {
    if (!response.writableFinished)
      left.abort(new DOMException("The reader went away.", "AbortError"));
  });
  return {
    params: parse("address", endpoint.params, request.params),
    query: parse("query", endpoint.query, request.query),
    body: parse("body", endpoint.body, request.body),
    asker,
    // Read as JSON before, it would never begin; a handler that wants bytes says so.
    bytes: () => {
      if (request.is("application/octet-stream") === false) throw mediaType();
      return request;
    },
    signal: left.signal,
  };
}

/**
 * Fields the contract does not name never leave; an answer that does not fit is a fault of ours,
 * not of the reader.
 */
function checked(endpoint: Endpoint, answer: unknown): unknown | FileAnswer {
  if (isFileAnswer(answer)) return answer;
  if (endpoint.media !== undefined) throw new Error(`${endpoint.name} answered no file`);
  const parsed = endpoint.answer.safeParse(answer);
  if (parsed.success) return parsed.data ?? {};
  const where = parsed.error.issues
    .slice(0, 3)
    .map((issue) => `${issue.path.map(String).join(".")}: ${issue.message}`);
  throw new Error(`The answer of ${endpoint.name} does not fit its contract (${where.join("; ")})`);
}

function changeFirst(): UserError {
  return new UserError({
    code: "password-change-required",
    status: 403,
    message: "The one-time password must be replaced first.",
    remedy: "Choose a password of your own.",
  });
}

function secondFactorFirst(): UserError {
  return new UserError({
    code: "second-factor-required",
    status: 403,
    message: "Your role needs a second factor, and you have none yet.",
    remedy: "Set it up on the page of signing in.",
  });
}

function notYourRole(role: Role, allowed: readonly Role[]): UserError {
  return new UserError({
    code: "role-not-allowed",
    status: 403,
    message: `Your role (${role}) may not do this; it is for: ${allowed.join(", ")}.`,
    remedy: "Ask somebody with that role, or an admin for another role.",
    params: { role, allowed: allowed.join(", ") },
  });
}
