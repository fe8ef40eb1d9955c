import { STATUS_CODES } from 'node:http';
import type { FastifySchemaValidationError } from 'fastify';
import { type Static, Type } from 'typebox';
import { own, pointerPart, Refusal } from '../core/index.ts';

/** Media type of every error answer (RFC 9457). */
export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8';

/** The shape of every error answer: RFC 9457 members, our stable `code`, and what else helps (limits, ids, places). */
export const ProblemSchema = Type.Object(
  {
    type: Type.String({ description: 'Identifies the kind of problem: urn:rapport:problem:<code>' }),
    title: Type.String({ description: 'The words of the HTTP status' }),
    status: Type.Integer({ minimum: 400, maximum: 599 }),
    detail: Type.String({ description: 'What happened, to what, and what to do' }),
    code: Type.String({ description: 'Stable name of the problem: domain.reason' }),
    requestId: Type.Optional(Type.String({ description: 'Names this request in the log of the server' })),
    errors: Type.Optional(
      Type.Array(
        Type.Object({
          part: Type.String({ description: 'body, querystring, params or headers' }),
          pointer: Type.String({ description: 'JSON pointer (RFC 6901) to the place in that part' }),
          detail: Type.String(),
        }),
      ),
    ),
  },
  { additionalProperties: true, description: 'A refusal (RFC 9457)' },
);
export type Problem = Static<typeof ProblemSchema>;

const NOT_JSON = new Refusal('request.not-json', 400, 'The body is not valid JSON.');
const BAD_URL = new Refusal('request.bad-url', 400, 'The path of the URL is not readable.');
/** What Fastify finds wrong with requests, in our words. */
const BY_FASTIFY: Readonly<Record<string, Refusal>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: new Refusal(
    'request.too-large',
    413,
    'The body is larger than this route takes; send it in smaller parts.',
  ),
  FST_ERR_CTP_INVALID_MEDIA_TYPE: new Refusal(
    'request.media-type',
    415,
    'This route does not read that content type.',
  ),
  FST_ERR_CTP_EMPTY_JSON_BODY: NOT_JSON,
  FST_ERR_CTP_INVALID_JSON_BODY: NOT_JSON,
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: new Refusal(
    'request.length',
    400,
    'The body does not have the length that Content-Length says.',
  ),
  FST_ERR_BAD_URL: BAD_URL,
  FST_ERR_MAX_PARAM_LENGTH: new Refusal('request.path-too-long', 414, 'A part of the path is too long.'),
};

/** Reads any thrown thing as a refusal; undefined when it is a mistake of ours that must not be shown. */
export function toRefusal(error: unknown): Refusal | undefined {
  if (error instanceof Refusal) return error;
  if (!(error instanceof Error)) return undefined;
  const { code, statusCode, validation, validationContext } = error as {
    code?: unknown;
    statusCode?: unknown;
    validation?: readonly FastifySchemaValidationError[];
    validationContext?: string;
  };
  if (validation) return toInvalid(validation, validationContext ?? 'body');
  // The JSON parser guards against `__proto__` keys with a plain SyntaxError.
  if (error instanceof SyntaxError && statusCode === 400) return NOT_JSON;
  if (typeof code !== 'string' || !code.startsWith('FST_')) return undefined;
  const known = own(BY_FASTIFY, code);
  if (known) return known;
  const isCallers = typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500;
  return isCallers ? new Refusal('request.bad', 400, 'The request cannot be read.') : undefined;
}

function toInvalid(errors: readonly FastifySchemaValidationError[], part: string): Refusal {
  const choices = choicesOf(errors);
  const places = (choices ?? errors).map((error) => ({
    part,
    pointer: pointerOf(error),
    detail: error.message ?? error.keyword,
  }));
  const first = places[0];
  const where = first ? ` (${part}${first.pointer}: ${first.detail})` : '';
  return new Refusal('request.invalid', 400, `The request does not fit the schema of this route${where}.`, {
    detail: { errors: places },
  });
}

/** A choice of fixed values fails once a value, and says of none what they are; told together they say what to write. */
function choicesOf(
  errors: readonly FastifySchemaValidationError[],
): FastifySchemaValidationError[] | undefined {
  const [first] = errors;
  const fixed = errors.filter(
    ({ keyword, instancePath }) => keyword === 'const' && instancePath === first?.instancePath,
  );
  const isChoice = first && errors.every((error) => fixed.includes(error) || error.keyword === 'anyOf');
  const allowed =
    first?.keyword === 'enum'
      ? (first.params['allowedValues'] as readonly unknown[])
      : isChoice
        ? fixed.map(({ params }) => params['allowedValue'])
        : [];
  if (!first || allowed.length === 0) return undefined;
  return [
    { ...first, message: `must be one of: ${allowed.map((value) => JSON.stringify(value)).join(', ')}` },
  ];
}

/** Ajv points at the object around a missing or surplus property; the caller wants the property itself. */
function pointerOf(error: FastifySchemaValidationError): string {
  const name = error.params['missingProperty'] ?? error.params['additionalProperty'];
  if (typeof name !== 'string') return error.instancePath;
  return `${error.instancePath}/${pointerPart(name)}`;
}

/** The problem document of a refusal. Members of its detail stand beside the standard ones and never replace them. */
export function toProblem(refusal: Refusal, requestId?: string): Problem {
  return {
    ...refusal.detail,
    type: `urn:rapport:problem:${refusal.code}`,
    title: STATUS_CODES[refusal.status] ?? 'Error',
    status: refusal.status,
    detail: refusal.message,
    code: refusal.code,
    ...(requestId === undefined ? {} : { requestId }),
  };
}
