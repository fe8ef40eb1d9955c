import { Ajv, type Options, type ValidateFunction } from 'ajv';
import type {
  FastifySchema,
  FastifySchemaCompiler,
  FastifySchemaValidationError,
  FastifySerializerCompiler,
} from 'fastify';

/** Ajv stops at the first fault (a list of all faults of a large body would cost more than the body). */
const STRICT: Options = {
  strict: true,
  strictTypes: true,
  strictTuples: true,
  allowUnionTypes: true,
  allErrors: false,
  useDefaults: true,
  removeAdditional: false,
  formats: { date: isDay, 'date-time': isMoment },
};

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const DAY_LENGTH = 10;
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

function isDay(text: string): boolean {
  return DAY.test(text) && isRealDay(text);
}

function isMoment(text: string): boolean {
  return MOMENT.test(text) && !Number.isNaN(Date.parse(text)) && isRealDay(text.slice(0, DAY_LENGTH));
}

/** JavaScript reads 30 February as 2 March. */
function isRealDay(text: string): boolean {
  const ms = Date.parse(text);
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text);
}

/**
 * Compiles the request schemas of routes. Bodies are taken as they are: Fastify's own validator would turn "12" into 12
 * and drop unknown properties. Paths, query strings and headers are texts by nature, so they may become numbers,
 * booleans and lists of one.
 */
export function createValidatorCompiler(): FastifySchemaCompiler<FastifySchema> {
  const bodies = new Ajv({ ...STRICT, coerceTypes: false });
  const texts = new Ajv({ ...STRICT, coerceTypes: 'array' });
  return ({ schema, httpPart }) =>
    httpPart === 'body' ? bodies.compile(schema as object) : finite(texts.compile(schema as object));
}

/**
 * Ajv turns the texts "Infinity" and "1e999" into numbers without end, and holds no limit (`minimum`, `maximum`) against
 * them: it looks at finite numbers only.
 */
function finite(fits: ValidateFunction): FastifyValidator {
  const validate: FastifyValidator = (parts: Readonly<Record<string, unknown>>) => {
    const isFit = fits(parts);
    const endless = Object.keys(parts).find((key) => [parts[key]].flat().some(isEndless));
    validate.errors =
      isFit && endless !== undefined
        ? [{ ...NOT_FINITE, instancePath: `/${endless}` }]
        : ((fits.errors ?? null) as FastifySchemaValidationError[] | null);
    return isFit && endless === undefined;
  };
  return validate;
}

type FastifyValidator = ReturnType<FastifySchemaCompiler<FastifySchema>>;

const NOT_FINITE = { keyword: 'type', params: {}, schemaPath: '#', message: 'must be a finite number' };

function isEndless(value: unknown): boolean {
  return typeof value === 'number' && !Number.isFinite(value);
}

/**
 * Writes answers with JSON.stringify. Types hold handlers to their response schema; with `check` the schema itself is
 * held against every answer, which tests use to keep the documented shapes true.
 */
export function createSerializerCompiler(check: boolean): FastifySerializerCompiler<FastifySchema> {
  if (!check) return () => (answer) => JSON.stringify(answer);
  const ajv = new Ajv({ ...STRICT, coerceTypes: false, useDefaults: false });
  return ({ schema, url, method }) => {
    const fits = ajv.compile(schema as object);
    return (answer) => {
      const text = JSON.stringify(answer);
      if (text !== undefined && !fits(JSON.parse(text))) {
        throw new Error(
          `The answer of ${method} ${url} does not fit its schema: ${ajv.errorsText(fits.errors)}`,
        );
      }
      return text;
    };
  };
}
