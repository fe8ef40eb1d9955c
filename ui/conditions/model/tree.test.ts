import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EXAMPLES } from '../../../src/core/condition/examples.fixture.ts';
import { checkCondition } from '../../../src/core/condition/index.ts';
import { anyCondition } from '../../../src/core/condition/random.fixture.ts';
import { finishedOf } from './finished.ts';
import { duplicate, findNode, groupsFor, move, placeOf, remove, stepFrom, unwrap, wrap } from './moves.ts';
import { rowsOf, setOperator } from './operators.ts';
import { isShown } from './shown.ts';
import { conditionOf, type GroupNode, type LeafNode, type Node, placesOf, treeOf } from './tree.ts';

function counter(): () => string {
  let next = 0;
  return () => `n${next++}`;
}
const tree = (condition: unknown): GroupNode => treeOf(condition, counter());
const nodesOf = (node: Node): Node[] =>
  node.kind === 'leaf' ? [node] : [node, ...node.parts.flatMap(nodesOf)];
const leavesOf = (root: GroupNode): LeafNode[] => nodesOf(root).filter((node) => node.kind === 'leaf');

/** Any condition, and deeper ones with several `not`s about each other. */
const condition = fc.oneof(
  { weight: 4, arbitrary: anyCondition as fc.Arbitrary<unknown> },
  {
    weight: 1,
    arbitrary: fc.tuple(anyCondition, anyCondition).map(([a, b]): unknown => ({
      not: { not: { any: [{ not: { not: a } }, { all: [b] }, { all: [a, b] }] } },
    })),
  },
);

describe('the model of the editor', () => {
  it('gives every condition again as it came', () => {
    fc.assert(
      fc.property(condition, (given) => {
        expect(conditionOf(tree(given))).toEqual(given);
      }),
    );
  });

  it('gives what it does not understand again as it came', () => {
    for (const given of [
      { all: [], more: 1 },
      { did: { event: 'a' }, odd: true },
      { all: [{ x: 1 }, { any: {} }] },
      { not: { y: [] } },
    ])
      expect(conditionOf(tree(given))).toEqual(given);
  });

  it('shows every operator of the language in controls', () => {
    for (const [title, example] of EXAMPLES)
      expect(
        leavesOf(tree(example)).filter(({ part }) => !isShown(part)),
        title,
      ).toEqual([]);
  });

  it('shows whatever is a sound condition in controls, and loses nothing of its tests', () => {
    fc.assert(
      fc.property(condition, (given) => {
        for (const { part } of leavesOf(tree(given))) {
          expect(isShown(part)).toBe(true);
          // To write each operator again as it is changes nothing.
          for (const row of rowsOf(part)) expect(setOperator(part, row.id, row)).toEqual(part);
        }
      }),
    );
  });

  it('says where each part stands in the document', () => {
    fc.assert(
      fc.property(condition, (given) => {
        const root = tree(given);
        for (const [id, pointer] of placesOf(root)) {
          const node = findNode(root, id)!;
          if (node === root && root.isFrame) continue;
          const alone = {
            kind: 'group',
            id: '',
            nots: 0,
            join: 'all',
            parts: [node],
            isFrame: true,
          } as const;
          expect(at(given, pointer)).toEqual(conditionOf(alone));
        }
      }),
    );
  });

  it('leaves out what is not filled in, and what is left can be counted', () => {
    const unfinished = { attribute: 'city', text: { is: '' } };
    fc.assert(
      fc.property(anyCondition, (given) => {
        const both = finishedOf(tree({ all: [unfinished, given, { any: [unfinished] }] }));
        expect(both.condition).toEqual({ all: [given] });
        expect(both.leftOut).toBe(2);
        const codes = checkCondition(both.condition).map(({ code }) => code);
        expect(codes.filter((code) => code === 'condition.incomplete')).toEqual([]);
      }),
    );
  });
});

describe('moving parts', () => {
  const given = {
    all: [{ member: 'a' }, { any: [{ member: 'b' }, { member: 'c' }] }, { not: { all: [{ member: 'd' }] } }],
  };
  const byMember = (root: GroupNode, name: string): LeafNode =>
    leavesOf(root).find(({ part }) => part['member'] === name)!;

  it('puts a part where it was to go, and takes away the group that it leaves empty', () => {
    const root = tree(given);
    const to = placeOf(root, byMember(root, 'c').id)!;
    const moved = move(root, byMember(root, 'd').id, to);
    expect(conditionOf(moved)).toEqual({
      all: [{ member: 'a' }, { any: [{ member: 'b' }, { member: 'd' }, { member: 'c' }] }],
    });
  });

  it('does not put a group into itself', () => {
    const root = tree(given);
    const group = root.parts[1]!;
    expect(move(root, group.id, { group: group.id, at: 0 })).toBe(root);
  });

  it('steps through a group and out of it', () => {
    let root = tree(given);
    const { id } = byMember(root, 'b');
    const seen: unknown[] = [];
    for (let i = 0; i < 2; i++) {
      root = move(root, id, stepFrom(root, id, 'down')!);
      seen.push(conditionOf(root));
    }
    const d = { not: { all: [{ member: 'd' }] } };
    expect(seen).toEqual([
      { all: [{ member: 'a' }, { any: [{ member: 'c' }, { member: 'b' }] }, d] },
      { all: [{ member: 'a' }, { any: [{ member: 'c' }] }, { member: 'b' }, d] },
    ]);
  });

  it('wraps, dissolves, copies and removes; no part gets lost or appears', () => {
    fc.assert(
      fc.property(condition, fc.nat(), fc.nat(), (document, which, where) => {
        const newId = counter();
        const root = treeOf(document, newId);
        const parts = nodesOf(root).filter((node) => node !== root);
        const part = parts[which % parts.length]!;
        const names = (of: GroupNode): string[] =>
          leavesOf(of)
            .map(({ part }) => JSON.stringify(part))
            .sort();
        const wrapped = wrap(root, part.id, 'any', newId);
        expect(names(wrapped)).toEqual(names(root));
        expect(conditionOf(unwrap(wrapped, placeOf(wrapped, part.id)!.group))).toEqual(conditionOf(root));
        const groups = groupsFor(root, part.id);
        const group = groups[where % groups.length]!;
        const moved = move(root, part.id, { group: group.id, at: where % (group.parts.length + 1) });
        expect(names(moved)).toEqual(names(root));
        const copied = duplicate(root, part.id, newId);
        expect(new Set(nodesOf(copied).map(({ id }) => id)).size).toBe(nodesOf(copied).length);
        expect(names(remove(copied, part.id))).toEqual(names(root));
      }),
    );
  });
});

/** The part of a document at a JSON pointer. */
function at(document: unknown, pointer: string): unknown {
  let here = document;
  for (const key of pointer.split('/').slice(1)) here = (here as Record<string, unknown>)[key];
  return here;
}
