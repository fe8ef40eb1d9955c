import type { FastifyInstance } from 'fastify';
import { refusal } from '../core/index.ts';

/** Levels of lists and objects in a body; what people write has some thirty. Beyond a few thousand our own code would fail. */
const DEPTH_MAX = 100;

/** Refuses bodies of JSON that are nested deeper than anything that means something. Refusal: `request.too-deep` (400). */
export function limitDepth(app: FastifyInstance): void {
  app.addHook('preValidation', (request, _reply, done) => {
    done(isDeeper(request.body) ? tooDeep() : undefined);
  });
}

function tooDeep(): Error {
  return refusal('request.too-deep', 400, `The body has more than ${DEPTH_MAX} levels within each other.`);
}

/** Without recursion: a stack is what such bodies are after. */
function isDeeper(body: unknown): boolean {
  let level = levelOf([body]);
  for (let depth = 0; level.length > 0; depth++) {
    if (depth >= DEPTH_MAX) return true;
    level = levelOf(level.flatMap((value) => Object.values(value)));
  }
  return false;
}

/** Lists and plain objects; streams and bytes are no JSON. */
function levelOf(values: readonly unknown[]): object[] {
  return values.filter((value): value is object => {
    if (typeof value !== 'object' || value === null) return false;
    const prototype: unknown = Object.getPrototypeOf(value);
    return Array.isArray(value) || prototype === Object.prototype || prototype === null;
  });
}
