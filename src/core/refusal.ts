/**
 * A caller's mistake, or a state of ours that the caller must wait out. Thrown once, where it is noticed;
 * the server turns it into a problem document (RFC 9457).
 */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  /** Stable, documented: `domain.reason`. */
  readonly code: string;
  /** HTTP status that fits the refusal. */
  readonly status: number;
  /** What the refusal is about: ids, limits, places in a document. Never personal data. */
  readonly detail: Readonly<Record<string, unknown>>;
  /** Seconds after which the same call may succeed, for 429 and 503. */
  readonly retryAfterSeconds: number | undefined;

  constructor(code: string, status: number, message: string, options: RefusalOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.status = status;
    this.detail = options.detail ?? {};
    this.retryAfterSeconds = options.retryAfterSeconds;
  }
}

/** What a refusal is about, when to come back, and the error behind it; see `Refusal`. */
export interface RefusalOptions {
  readonly detail?: Readonly<Record<string, unknown>>;
  readonly retryAfterSeconds?: number;
  readonly cause?: unknown;
}

/** Makes a refusal to throw: a stable code, an HTTP status, a sentence that says what happened and what to do. */
export function refusal(
  code: string,
  status: number,
  message: string,
  options: RefusalOptions = {},
): Refusal {
  return new Refusal(code, status, message, options);
}
