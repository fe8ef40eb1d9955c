import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import type { Gate } from '../access/index.ts';
import { Refusal } from '../core/index.ts';

/** Well; well enough to go on; in need of somebody. */
export type HealthState = 'green' | 'yellow' | 'red';

/** Why something is not well, for programs and for words in other languages; stable. */
const HEALTH_CODES = [
  'health.late',
  'health.disk-low',
  'health.fold-stopped',
  'health.state-unwritable',
  'health.rows-refused',
  'health.entries-lost',
  'health.warehouse-away',
  'health.no-answer',
  'health.check-failed',
] as const;
type HealthCode = (typeof HEALTH_CODES)[number];

/** What a check found: its state, why it is not green (`code`, and `reason` in an English sentence), and the figures behind it (numbers and short texts). */
export interface HealthFinding {
  readonly state: HealthState;
  readonly code?: HealthCode;
  readonly reason?: string;
  readonly [figure: string]: string | number | boolean | undefined;
}

/** One thing that can be well or not: a stage, a disk, an engine. A check that throws or takes too long is red. */
export interface HealthCheck {
  readonly name: string;
  check(): HealthFinding | Promise<HealthFinding>;
}

export interface Health {
  readonly state: HealthState;
  readonly checks: Readonly<Record<string, HealthFinding>>;
}

const CHECK_MS_MAX = 2_000;
const RANK: Readonly<Record<HealthState, number>> = { green: 0, yellow: 1, red: 2 };

/** Runs all checks side by side. The whole is as well as its worst part. */
export async function examine(checks: readonly HealthCheck[]): Promise<Health> {
  const found = await Promise.all(checks.map(async (check) => [check.name, await findingOf(check)] as const));
  const worst = found.reduce<HealthState>(
    (state, [, finding]) => (RANK[finding.state] > RANK[state] ? finding.state : state),
    'green',
  );
  return { state: worst, checks: Object.fromEntries(found) };
}

async function findingOf(check: HealthCheck): Promise<HealthFinding> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<HealthFinding>((resolve) => {
    timer = setTimeout(
      () =>
        resolve({ state: 'red', code: 'health.no-answer', reason: `no answer within ${CHECK_MS_MAX} ms` }),
      CHECK_MS_MAX,
    );
  });
  try {
    return await Promise.race([check.check(), tooLate]);
  } catch (error) {
    return {
      state: 'red',
      code: 'health.check-failed',
      reason: error instanceof Error ? error.message : 'the check failed',
    };
  } finally {
    clearTimeout(timer);
  }
}

const StateSchema = Type.Union([Type.Literal('green'), Type.Literal('yellow'), Type.Literal('red')]);
const FindingSchema = Type.Object(
  {
    state: StateSchema,
    code: Type.Optional(
      Type.Union(
        HEALTH_CODES.map((code) => Type.Literal(code)),
        { description: 'Why it is not green; stable' },
      ),
    ),
    reason: Type.Optional(Type.String({ description: 'The same in a sentence, for people' })),
  },
  { additionalProperties: true, description: 'State of one part and the figures behind it' },
);
const HealthSchema = Type.Object({
  state: StateSchema,
  checks: Type.Optional(
    Type.Record(Type.String(), FindingSchema, { description: 'Shown to those with `operation.read`' }),
  ),
});

/**
 * `GET /health`: 200 while green or yellow, 503 when red. Anyone may ask for the state (load balancers do); the figures,
 * which tell how much business a shop does, are shown to those with `operation.read`.
 */
export function healthRoutes(app: FastifyInstance, checks: readonly HealthCheck[], gate: Gate): void {
  // Callers who ask at the same moment share one examination, so asking often costs little.
  let running: Promise<Health> | undefined;
  const ask = (): Promise<Health> => {
    running ??= examine(checks).finally(() => {
      running = undefined;
    });
    return running;
  };
  const schema = {
    operationId: 'readHealth',
    summary: 'How every part of the program is doing',
    tags: ['operation'],
    response: { 200: HealthSchema, 503: HealthSchema },
  };
  app.get('/health', { schema, config: { permission: 'open' } }, async (request, reply) => {
    const health = await ask();
    reply.code(health.state === 'red' ? 503 : 200).header('cache-control', 'no-store');
    const caller = gate.identify(request);
    return caller instanceof Refusal || !caller.may('operation.read') ? { state: health.state } : health;
  });
}
