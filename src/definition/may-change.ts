import type { FastifyRequest } from 'fastify';
import { mustMay } from '../core/index.ts';
import { type Kinds, kindOf } from './kinds.ts';

/** Refuses callers who may change definitions, but not those of this kind. Refusal: `access.not-allowed` (403). */
export function mustMayChange(request: FastifyRequest, kinds: Kinds, key: string): void {
  mustMay(request, kinds.get(kindOf(key))?.permission ?? 'settings.write');
}
