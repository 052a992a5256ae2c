/** What unpacking may cost. A month of fourteen banks' answers is far below all of it. */
export interface UnpackLimits {
  /** Files out of one given path, all nested archives together. */
  readonly files: number;
  /** Unpacked bytes out of one given path. */
  readonly bytes: number;
  /** Unpacked to packed bytes. */
  readonly ratio: number;
  /**
   * Unpacked bytes of a member from which the ratio is judged, of a given path from four times as
   * many: below, no harm is done.
   */
  readonly ratioFrom: number;
  /** Archives inside archives. */
  readonly depth: number;
}

export const UNPACK_LIMITS: UnpackLimits = {
  files: 20_000,
  bytes: 64 * 2 ** 30,
  ratio: 250,
  ratioFrom: 64 * 2 ** 20,
  depth: 3,
};
