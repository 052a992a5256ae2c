import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import { signInCode } from "./second-factor.ts";
import { session } from "./session.ts";

/** Signing in through the office's own OpenID Connect provider, where one is set. */
export const provider = {
  state: endpoint({
    name: "signInProvider",
    method: "GET",
    path: "/session/provider",
    summary: "The name of the provider that people may sign in through; null = there is none",
    access: "anyone",
    about: "nobody",
    answer: z.object({ name: z.string().nullable() }),
  }),
  begin: endpoint({
    name: "beginProviderSignIn",
    method: "POST",
    path: "/session/provider",
    summary: "The provider's address to go to; sets a cookie that its answer must come with",
    access: "anyone",
    about: "nobody",
    answer: z.object({ address: z.url() }),
  }),
  finish: endpoint({
    name: "finishProviderSignIn",
    method: "POST",
    path: "/session/provider/answer",
    summary:
      "Sign in with the provider's answer, and a code where a second factor is on; sets the session cookie",
    access: "anyone",
    about: "nobody",
    body: z.object({
      /** The query of the address that the provider sent the browser back to. */
      answer: z.string().max(8_000),
      code: signInCode.optional(),
    }),
    answer: session.signIn.answer,
  }),
} as const;
