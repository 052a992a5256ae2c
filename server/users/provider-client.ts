import {
  AuthorizationResponseError,
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
      ...(settings.prompt && { prompt: settings.prompt }),
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
 * times. UserErrors "provider-declined", "provider-refused".
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

/** UserError "provider-down" where the provider's metadata cannot be had. */
async function withProvider<Result>(
  settings: ProviderSettings,
  work: (configuration: Configuration) => Promise<Result>,
): Promise<Result> {
  const configuration = await configurationOf(settings).catch((cause) => {
    throw down(cause);
  });
  try {
    return await work(configuration);
  } catch (cause) {
    if (cause instanceof AuthorizationResponseError) throw declined(cause);
    throw refused(cause);
  }
}

async function configurationOf({
  issuer,
  clientId,
  clientSecret,
}: ProviderSettings): Promise<Configuration> {
  const plain = new URL(issuer).protocol === "http:";
  return discovery(new URL(issuer), clientId, clientSecret, undefined, {
    timeout: WAIT_SECONDS,
    // The ID token's signature is checked too. Only this machine is asked without https
    // (provider-settings.ts).
    execute: [enableNonRepudiationChecks, ...(plain ? [allowInsecureRequests] : [])],
  });
}

const reason = (cause: unknown) => (cause instanceof Error ? cause.message : "no reason");

function down(cause: unknown): UserError {
  return new UserError({
    code: "provider-down",
    status: 502,
    message: `The sign-in provider does not answer as it should: ${reason(cause)}.`,
    remedy: "Sign in with your password, or try again later.",
    cause,
  });
}

/** The provider sent the person back without naming anybody: RFC 6749, 4.1.2.1. */
function declined(cause: AuthorizationResponseError): UserError {
  return new UserError({
    code: "provider-declined",
    status: 403,
    message: `The sign-in provider let nobody in: ${cause.error}.`,
    remedy: "Sign in through it once more, or with your password.",
    cause,
  });
}

function refused(cause: unknown): UserError {
  return new UserError({
    code: "provider-refused",
    status: 502,
    message: `The sign-in provider did not say who this is: ${reason(cause)}.`,
    remedy: "Sign in through it once more, or with your password.",
    cause,
  });
}
