import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { users } from "../../contract/users.ts";
import { call } from "../api/call.ts";

/** What records call a person without a browser, the demo, and the program when it is upgraded. */
const WITHOUT_LOGIN: Readonly<
  Record<string, "common.commandLine" | "common.demo" | "common.program">
> = {
  "command line": "common.commandLine",
  demo: "common.demo",
  upgrade: "common.program",
};

/**
 * The name of whoever did something, by the login that the record keeps. A login that nobody has
 * any more is shown as it is. `ask: false` = only where the names are known already, as before
 * somebody has signed in.
 */
export function useActor({ ask = true } = {}): (by: string) => string {
  const { t } = useTranslation();
  const query = useQuery({
    queryKey: ["users", "names"],
    queryFn: ({ signal }) => call(users.names, { signal }),
    staleTime: 60_000,
    enabled: ask,
  });
  const people = query.data?.people ?? [];
  return (by) => {
    const name = people.find((one) => one.login === by)?.name;
    if (name !== undefined) return name;
    const words = WITHOUT_LOGIN[by];
    return words === undefined ? by : t(words);
  };
}
