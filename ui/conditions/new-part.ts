import { type Doc, isDoc } from './model/json.ts';
import { MEASURES, type MeasureKey } from './model/measures.ts';
import { newTest, type TestKind } from './model/operators.ts';

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

const FIRST_KIND: Readonly<Record<(typeof MEASURES)[MeasureKey]['test'], TestKind>> = {
  counts: 'number',
  number: 'number',
  time: 'date',
  value: 'text',
  text: 'text',
  list: 'list',
};

/** Makes parts to be filled in. */
export const newPart = {
  /** A test of a trait that people defined, of the kind that its value is mostly put to. */
  trait(id: string, trait: unknown): Doc {
    const { measure, as } = isDoc(trait) ? trait : {};
    const shape = MEASURES[measure as MeasureKey] ?? MEASURES.times;
    return { trait: id, ...newTest(as === 'number' ? 'number' : FIRST_KIND[shape.test]) };
  },
  other(kind: string): Doc {
    return NEW[kind as keyof typeof NEW] ?? {};
  },
};
