/** A refusal of the server, or that it could not be reached. */
export class ApiProblem extends Error {
  /** HTTP status; 0 when there was no answer. */
  readonly status: number;
  /** Stable code such as `person.unknown`. */
  readonly code: string;
  /** Names the line of the server's log. */
  readonly requestId: string | undefined;

  constructor(status: number, code: string, detail: string, requestId?: string) {
    super(detail);
    this.status = status;
    this.code = code;
    this.requestId = requestId;
  }
}

/** Makes a problem of whatever a failed answer held. */
export function problemOf(status: number, body: unknown): ApiProblem {
  const given = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
  const text = (name: string): string | undefined =>
    typeof given[name] === 'string' ? given[name] : undefined;
  return new ApiProblem(
    status,
    text('code') ?? `http.${status}`,
    text('detail') ?? `HTTP ${status}`,
    text('requestId'),
  );
}
