/**
 * An error the user can cause or correct: shown as one paragraph, never as a stack trace.
 * `code` is a stable word in kebab-case, `remedy` says what to do next, `params` feed translated
 * messages.
 */
export class UserError extends Error {
  readonly code: string;
  readonly remedy: string;
  readonly status: number;
  readonly params: Readonly<Record<string, string | number>>;

  constructor(options: {
    code: string;
    message: string;
    remedy: string;
    status?: number;
    params?: Record<string, string | number>;
    cause?: unknown;
  }) {
    super(options.message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = "UserError";
    this.code = options.code;
    this.remedy = options.remedy;
    this.status = options.status ?? 400;
    this.params = options.params ?? {};
  }
}

/** True for errors that may be shown to a person as they are. */
export function isUserError(error: unknown): error is UserError {
  return error instanceof UserError;
}
