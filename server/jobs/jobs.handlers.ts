import type { jobs as contract } from "../../contract/jobs.ts";
import { may } from "../../contract/user-roles.ts";
import type { Handlers } from "../api/handlers.ts";
import { UserError } from "../errors/user-error.ts";
import type { Jobs } from "./jobs.ts";

export function jobsHandlers({ jobs }: { jobs: Jobs }): Handlers<typeof contract> {
  return {
    list: async () => ({ jobs: jobs.list().map((job) => ({ ...job })) }),
    cancel: async ({ params, asker }) => {
      const job = jobs.get(params.id);
      if (!job) {
        throw new UserError({
          code: "not-found",
          status: 404,
          message: "There is no such job on this server.",
          remedy: "Look at the list of jobs again; a restart of the server forgets them.",
          params: { what: "job", id: params.id },
        });
      }
      if (job.startedBy !== asker.login && !may("administer", asker.role)) {
        throw new UserError({
          code: "not-yours",
          status: 403,
          message: `This job was started by ${job.startedBy}.`,
          remedy: "Ask that person or an admin to stop it.",
          params: { login: job.startedBy },
        });
      }
      jobs.cancel(params.id);
      return {};
    },
  };
}
