/**
 * The nonce the server put into this page; styles made at run time carry it, so that the policy
 * lets them in.
 */
export function styleNonce(): string {
  const meta = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]');
  return meta?.nonce || meta?.getAttribute("nonce") || "";
}
