import type { FastifyReply, FastifyRequest } from 'fastify';
import { stableText } from '../../core/condition/index.ts';
import { callerOf } from '../../core/index.ts';
import type { Analytics } from '../analytics.ts';
import { goneSignal } from './gone.ts';
import type { Order } from './runner.ts';

/**
 * The order of a question that comes by HTTP.
 * @param query the document of which the answer may be kept; undefined where nothing may
 */
export async function orderOf(
  { frame }: Analytics,
  request: FastifyRequest,
  reply: FastifyReply,
  question: string,
  query?: unknown,
): Promise<Order> {
  const user = callerOf(request);
  const mask = request.principal?.mask;
  // Somebody from whom fields are hidden is not given what was answered to others.
  const key = query === undefined ? undefined : stableText({ question, query, of: mask ? user : '' });
  return { key, question, user, frame: await frame(mask), signal: goneSignal(reply) };
}
