import { type DestinationStream, type Logger, type LoggerOptions, pino } from 'pino';

/** The least level that is written; `silent` writes nothing. */
export type LogLevel = 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';

const CAUSES_MAX = 5;
const MESSAGE_LENGTH_MAX = 1_000;

/** Keys whose values are never written, wherever they stand in the first three levels of a log line. */
const SECRET_KEYS = ['authorization', 'cookie', 'token', 'password', 'secret', 'writeKey'];

/**
 * The log of the program: a line of JSON per entry. It holds no personal data: errors are written without the extra
 * fields that database drivers hang on them (they quote rows), and without the query strings of URLs.
 */
export function createLogger(level: LogLevel, destination?: DestinationStream): Logger {
  const options: LoggerOptions = {
    level,
    base: null,
    serializers: { err: (error: unknown) => describeError(error) },
    redact: { paths: SECRET_KEYS.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]), censor: '[hidden]' },
  };
  return destination ? pino(options, destination) : pino(options);
}

/** An error as a log line shows it: name, code, message, stack, and its causes. */
function describeError(error: unknown, depth = 0): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code, cause } = error as { code?: unknown; cause?: unknown };
  const frames = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '));
  return {
    type: error.name,
    ...(typeof code === 'string' || typeof code === 'number' ? { code } : {}),
    message: withoutQueries(error.message).slice(0, MESSAGE_LENGTH_MAX),
    stack: frames.join('\n'),
    ...(cause !== undefined && depth < CAUSES_MAX ? { cause: describeError(cause, depth + 1) } : {}),
  };
}

function withoutQueries(message: string): string {
  return message.replace(/\?\S+/g, '?…');
}
