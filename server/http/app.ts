import express, { type NextFunction, type Request, type Response } from "express";
import type { Logger } from "pino";
import { auditedDatabase } from "../audit/acts.ts";
import type { Looks } from "../audit/looks.ts";
import { refuseOtherBodies } from "./bodies.ts";
import { type BodyPatience, bodyInTime } from "./body-in-time.ts";
import { compressed } from "./compressed.ts";
import { type Dependencies, groups } from "./groups.ts";
import type { Metrics } from "./metrics.ts";
import { mount } from "./mount.ts";
import { openApiDocument } from "./openapi.ts";
import { refuseForeignNames, refuseForeignOrigins } from "./origin.ts";
import { internalProblem, noSuchAddress, problemOf, sendProblem } from "./problems.ts";
import { LIMITS, type Limits, limitOf, limitsByEndpoint } from "./request-limits.ts";
import { securityHeaders } from "./security.ts";
import { builtWeb, webApp } from "./web.ts";

export interface AppOptions extends Dependencies {
  readonly log: Logger;
  readonly looks: Looks;
  /** Nobody counts where nobody asks for the figures. */
  readonly metrics?: Metrics | undefined;
  /** Reached by https only: the cookie is Secure, and browsers must stay on https. */
  readonly secure: boolean;
  /** Bound to loopback: other names than localhost get nothing. */
  readonly loopback: boolean;
  /** How many proxies of ours stand in front and tell the reader's address. */
  readonly proxies?: number;
  readonly limits?: Partial<Limits>;
  readonly patience?: BodyPatience;
  readonly webFolder?: string;
}

/** JSON of a request; uploads are streamed and not counted. */
const LARGEST_JSON = "1mb";

/** The whole HTTP side: headers, origin checks, the API of the contract, the web app. */
export function makeApp(options: AppOptions): express.Express {
  const { log, secure } = options;
  const database = auditedDatabase(options.database);
  const limits = { ...LIMITS, ...options.limits };
  const app = express();
  app.disable("x-powered-by");
  app.set("trust proxy", options.proxies ?? 0);
  app.use(...securityHeaders(secure));
  if (options.loopback) app.use(refuseForeignNames);
  app.use(compressed());

  const api = express.Router();
  api.use(limitOf(limits.everything));
  api.use(refuseForeignOrigins);
  api.use(bodyInTime(options.patience));
  api.use(express.json({ limit: LARGEST_JSON }));
  api.use(refuseOtherBodies);
  api.get("/health", (_request, response) => {
    const state = database.state();
    response
      .status(state === "ready" ? 200 : 503)
      .set("Cache-Control", "no-store")
      .json({ database: state });
  });
  const mountedGroups = groups({ ...options, database });
  const document = openApiDocument(mountedGroups.map(({ group }) => group));
  api.get("/openapi.json", (_request, response) => void response.json(document));
  const endpointLimits = limitsByEndpoint(limits);
  for (const group of mountedGroups)
    mount(api, group, {
      database,
      log,
      secure,
      looks: options.looks,
      metrics: options.metrics,
      limits: endpointLimits,
    });
  api.use((_request, _response, next) => next(noSuchAddress()));
  app.use("/api", api);
  app.use(webApp(options.webFolder ?? builtWeb()));

  app.use((error: unknown, _request: Request, response: Response, _next: NextFunction) => {
    const problem = problemOf(error);
    if (!problem) {
      log.error({ error }, "fault");
      options.metrics?.fault();
    }
    sendProblem(response, problem ?? internalProblem());
  });
  return app;
}
