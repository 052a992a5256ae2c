import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { session } from "../../contract/session.ts";
import { may } from "../../contract/user-roles.ts";
import { call } from "../api/call.ts";
import { useSession } from "./session.ts";

/** Why the person looks at people outside his cases, as said in this session; null = not said. */
export function useGround(): string | null {
  const query = useQuery({
    queryKey: ["ground"],
    queryFn: ({ signal }) => call(session.ground, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return query.data?.ground ?? null;
}

/** Says why. Everything on screen is asked anew, as names are no longer masked. */
export function useSetGround() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (ground: string) => call(session.setGround, { body: { ground } }),
    onSuccess: (given) => {
      client.setQueryData(["ground"], given);
      return client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== "ground" });
    },
  });
}

/** Whether names and IIN are masked everywhere for the person's role, until a ground is given. */
export function useMasksPeople(): boolean {
  const { person } = useSession();
  return person !== null && !may("seePeople", person.role);
}
