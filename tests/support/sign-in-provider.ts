import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import Provider, { type Configuration } from "oidc-provider";

/** A real OpenID Connect provider on this machine, with its own pages for login and consent. */
export interface LocalProvider {
  readonly issuer: string;
  /** Walks through the provider's pages as a person would; answers where it sends the browser. */
  signIn(address: string, login: string): Promise<URL>;
  close(): Promise<void>;
}

export async function startProvider(
  redirect: string,
  client: { readonly id: string; readonly secret: string },
  /** The name that each account of the provider has as well; the account's own unless named. */
  names: ReadonlyMap<string, string> = new Map(),
): Promise<LocalProvider> {
  let handle: ReturnType<Provider["callback"]> | undefined;
  const server = createServer((request, response) => void handle?.(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // Under another name than the product has in tests, so that to a browser it is another site.
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`;
  const configuration: Configuration = {
    clients: [{ client_id: client.id, client_secret: client.secret, redirect_uris: [redirect] }],
    claims: { openid: ["sub"], profile: ["preferred_username"] },
    cookies: { keys: ["only for tests"] },
    pkce: { required: () => true },
    findAccount: (_context, id) => ({
      accountId: id,
      claims: async () => ({ sub: id, preferred_username: names.get(id) ?? id }),
    }),
  };
  const provider = new Provider(issuer, configuration);
  handle = provider.callback();
  return {
    issuer,
    signIn: (address, login) => walk(address, login, issuer),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

async function walk(address: string, login: string, issuer: string): Promise<URL> {
  const jar = new Map<string, string>();
  let next = new URL(address);
  let body: URLSearchParams | undefined;
  for (let step = 0; step < 12; step += 1) {
    const response = await fetch(next, {
      redirect: "manual",
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join("; ") },
      ...(body === undefined ? {} : { method: "POST", body }),
    });
    for (const given of response.headers.getSetCookie()) {
      const [pair = ""] = given.split(";");
      const at = pair.indexOf("=");
      jar.set(pair.slice(0, at), pair.slice(at + 1));
    }
    const to = response.headers.get("location");
    if (to !== null) {
      next = new URL(to, next);
      body = undefined;
      if (!next.href.startsWith(issuer)) return next;
      continue;
    }
    const page = await response.text();
    const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1];
    const action = /<form[^>]* action="([^"]+)"/.exec(page)?.[1];
    if (prompt === undefined || action === undefined)
      throw new Error(`${response.status} at ${next.href}: ${page.slice(0, 200)}`);
    next = new URL(action, next);
    body = new URLSearchParams({ prompt, login, password: "any" });
  }
  throw new Error("The provider's pages lead nowhere");
}
