import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { UserError } from "../errors/user-error.ts";

const FILE = "sign-in-provider.json";

/** Plain http only to this machine: a provider elsewhere is reached by https. */
const address = z.url({ protocol: /^https?$/ }).refine((text) => {
  const { protocol, hostname } = new URL(text);
  return protocol === "https:" || ["localhost", "127.0.0.1", "[::1]"].includes(hostname);
}, "only this machine is asked without https");

const settings = z.strictObject({
  /** The button's words. */
  name: z.string().trim().min(1).max(60),
  issuer: address,
  clientId: z.string().min(1),
  clientSecret: z.string().min(1).optional(),
  /** The address of this product as browsers have it; the provider sends them back to it. */
  address,
  /** The claim that is the login here. */
  claim: z.string().min(1).default("preferred_username"),
  scope: z.string().min(1).default("openid profile email"),
  /**
   * The question that the provider asks a person whom it still knows; unless named that is its own
   * affair.
   */
  prompt: z.enum(["login", "select_account"]).optional(),
});
export type ProviderSettings = z.infer<typeof settings>;

/**
 * The provider that the file sign-in-provider.json of the data folder names (docs/sign-in.md); null
 * where there is none. Read anew each time, so that a change needs no new start.
 */
export async function providerSettings(dataDir: string): Promise<ProviderSettings | null> {
  const text = await readFile(join(dataDir, FILE), "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
  if (text === null) return null;
  const read = settings.safeParse(jsonOf(text));
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new UserError({
    code: "provider-file",
    status: 503,
    message: `${FILE} cannot be read: ${issue?.path.join(".") ?? ""} ${issue?.message ?? "it is no JSON"}`,
    remedy: "An admin corrects the file (docs/sign-in.md); passwords work meanwhile.",
  });
}

/** Where the provider sends the browser back to. */
export function backAddress({ address }: Pick<ProviderSettings, "address">): string {
  return new URL("/sign-in/back", address).href;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
