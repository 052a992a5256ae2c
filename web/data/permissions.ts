import type { Endpoint } from "../../contract/endpoint.ts";
import { useSession } from "./session.ts";

/**
 * Whether the person signed in may call an endpoint: what is not allowed is not offered. The server
 * decides all the same.
 */
export function useMay({ access }: Pick<Endpoint, "access">): boolean {
  const { person } = useSession();
  if (typeof access === "string") return access === "anyone" || person !== null;
  return person !== null && access.includes(person.role);
}
