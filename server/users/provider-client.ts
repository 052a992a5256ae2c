import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from "openid-client";
import { UserError } from "../errors/user-error.ts";
import { backAddress, type ProviderSettings } from "./provider-settings.ts";

/** What the answer of the provider must fit: RFC 7636 (PKCE), state and nonce. */
export interface Begun {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** The person as the provider names him. */
export interface NamedByProvider {
  /** The claim that is the login. */
  readonly login: string;
  /** Issuer and `sub`: the provider gives no other person the same. */
  readonly subject: string;
}

const WAIT_SECONDS = 20;

/** The provider's address for one sign-in, and what its answer must fit. */
export async function beginAt(
  settings: ProviderSettings,
): Promise<{ readonly address: string; readonly begun: Begun }> {
  return withProvider(settings, async (configuration) => {
    const begun = {
      state: randomState(),
      nonce: randomNonce(),
      verifier: randomPKCECodeVerifier(),
    };
    const address = buildAuthorizationUrl(configuration, {
      redirect_uri: backAddress(settings),
      scope: settings.scope,
      state: begun.state,
      nonce: begun.nonce,
      code_challenge: await calculatePKCECodeChallenge(begun.verifier),
      code_challenge_method: "S256",
    });
    return { address: address.href, begun };
  });
}

/**
 * The person of an answer. The library checks state, nonce, PKCE, issuer, audience, signature and
 * times. UserError "provider-refused".
 */
export async function namedIn(
  settings: ProviderSettings,
  answer: string,
  { state, nonce, verifier }: Begun,
): Promise<NamedByProvider> {
  return withProvider(settings, async (configuration) => {
    const back = new URL(backAddress(settings));
    back.search = answer;
    const tokens = await authorizationCodeGrant(configuration, back, {
      pkceCodeVerifier: verifier,
      expectedState: state,
      expectedNonce: nonce,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    if (claims === undefined) throw new Error("no ID token");
    const { iss, sub } = claims;
    const said =
      claims[settings.claim] ??
      (await fetchUserInfo(configuration, tokens.access_token, sub))[settings.claim];
    if (typeof said !== "string" || said === "")
      throw new Error(`the claim ${settings.claim} is missing`);
    return { login: said, subject: `${iss} ${sub}` };
  });
}

async function withProvider<Result>(
  settings: ProviderSettings,
  work: (configuration: Configuration) => Promise<Result>,
): Promise<Result> {
  const { issuer, clientId, clientSecret } = settings;
  const plain = new URL(issuer).protocol === "http:";
  try {
    const configuration = await discovery(new URL(issuer), clientId, clientSecret, undefined, {
      timeout: WAIT_SECONDS,
      // The ID token's signature is checked too. Only this machine is asked without https
      // (provider-settings.ts).
      execute: [enableNonRepudiationChecks, ...(plain ? [allowInsecureRequests] : [])],
    });
    return await work(configuration);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : "no reason";
    throw new UserError({
      code: "provider-refused",
      status: 503,
      message: `The sign-in provider did not say who this is: ${why}.`,
      remedy: "Sign in through it once more, or with your password.",
      params: { why },
      cause,
    });
  }
}
