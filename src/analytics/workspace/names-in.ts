import { type Static, Type } from 'typebox';
import type { Analytics } from '../analytics.ts';
import { ALL_DIMENSIONS, ALL_METRIC_FAMILIES } from '../model/find.ts';
import { CALCULATED, DIMENSION_FAMILIES, METRICS } from '../model/kinds.ts';
import { named } from '../model/title.ts';
import type { Workspace } from './document.ts';

const Titled = Type.Object({
  id: Type.String(),
  title: Type.Record(Type.String(), Type.String(), { description: 'By language' }),
});

/** What things in a workspace are called. */
export const NamesSchema = Type.Object({
  dimensions: Type.Array(Titled),
  dimensionFamilies: Type.Array(Titled),
  metrics: Type.Array(Titled),
  metricFamilies: Type.Array(Titled),
  segments: Type.Array(Type.Object({ id: Type.String(), name: Type.String() })),
  audiences: Type.Array(Type.Object({ id: Type.String(), name: Type.String() })),
});
type Names = Static<typeof NamesSchema>;

/** What the program names, and of that which people set up what a workspace speaks of and nothing else. */
export function namesIn(document: Workspace, { setUp, definition }: Analytics): Names {
  const text = JSON.stringify(document);
  const isNamed = ({ id }: { id: string }): boolean => text.includes(JSON.stringify(id).slice(1, -1));
  const titled = <T extends { id: string; title: object }>({ id, title }: T) => ({
    id,
    title: title as Record<string, string>,
  });
  const ownName = (found: unknown): string => (found as { name: string }).name;
  const audiences = [...text.matchAll(/"audience":"([^"]+)"/g)].map((match) => match[1]!);
  return {
    dimensions: [
      ...ALL_DIMENSIONS.map(titled),
      ...setUp('dimension')
        .filter(isNamed)
        .map((each) => ({ id: `derived:${each.id}`, title: { ...named(ownName(each.document)) } })),
    ],
    dimensionFamilies: DIMENSION_FAMILIES.map(titled),
    metrics: [
      ...[...METRICS, ...CALCULATED].map(titled),
      ...setUp('metric')
        .filter(isNamed)
        .map((each) => ({ id: each.id, title: { ...named(ownName(each.document)) } })),
    ],
    metricFamilies: ALL_METRIC_FAMILIES.map(titled),
    segments: setUp('segment')
      .filter(isNamed)
      .map((each) => ({ id: each.id, name: ownName(each.document) })),
    audiences: [...new Set(audiences)].flatMap((id) => {
      const found = definition(`audience/${id}`);
      return found ? [{ id, name: ownName(found) }] : [];
    }),
  };
}
