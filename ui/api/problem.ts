/** Something wrong at a place of a document, as the server says it. */
export interface Finding {
  /** error or warning */
  readonly severity: string;
  readonly code: string;
  /** JSON pointer within the document. */
  readonly pointer: string;
  readonly message: string;
}

/** A refusal of the server, or that it could not be reached. */
export class ApiProblem extends Error {
  /** HTTP status; 0 when there was no answer. */
  readonly status: number;
  /** Stable code such as `person.unknown`. */
  readonly code: string;
  /** Names the line of the server's log. */
  readonly requestId: string | undefined;
  /** What is wrong with a document that was sent, or with what builds on it, where the refusal says it. */
  readonly findings: readonly Finding[];

  constructor(
    status: number,
    code: string,
    detail: string,
    requestId?: string,
    findings: readonly Finding[] = [],
  ) {
    super(detail);
    this.status = status;
    this.code = code;
    this.requestId = requestId;
    this.findings = findings;
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
    Array.isArray(given['findings']) ? (given['findings'] as Finding[]) : findingsOf(given['breaks']),
  );
}

/** What would be paused and why, each place and message with the definition in front. */
function findingsOf(breaks: unknown): Finding[] {
  if (!Array.isArray(breaks)) return [];
  return (breaks as { readonly key: string; readonly findings: readonly Finding[] }[]).flatMap(
    ({ key, findings }) =>
      findings.map((finding) => ({
        ...finding,
        pointer: key + finding.pointer,
        message: `${key}: ${finding.message}`,
      })),
  );
}
