import { type ComputedTrait, testsOf } from '../../src/core/condition/index.ts';
import { type Doc, isDoc } from './model/json.ts';
import { newTest } from './model/operators.ts';

/** Parts that are neither an event nor an attribute nor named by somebody. */
export const OTHER_PARTS = ['sequence', 'consent', 'reachable', 'score', 'split', 'writtenTrait'] as const;

const NEW: Readonly<Record<(typeof OTHER_PARTS)[number], Doc>> = {
  sequence: { sequence: [{ did: { event: '' } }, { did: { event: '' }, within: '7d' }] },
  consent: { consent: { channel: 'email' }, is: 'in' },
  reachable: { reachable: 'email' },
  score: { score: '', number: { atLeast: null } },
  split: { split: '', from: 0, to: 0.5 },
  writtenTrait: { trait: { did: { event: '' }, measure: 'times' }, number: { atLeast: null } },
};

/** Makes parts to be filled in. */
export const newPart = {
  /** A test of a trait that people defined. */
  trait(id: string, trait: unknown): Doc {
    const kind = isDoc(trait) ? testsOf(trait as unknown as ComputedTrait)[0] : undefined;
    return { trait: id, ...newTest(kind ?? 'number') };
  },
  other(kind: string): Doc {
    return NEW[kind as keyof typeof NEW] ?? {};
  },
};
