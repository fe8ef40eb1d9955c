import { Type } from 'typebox';
import { type Title, title } from '../../../model/title.ts';
import type { AttributionModel, PathSql } from './model.ts';

/** The same to every touch. */
export const linear: AttributionModel = {
  id: 'linear',
  title: title('Linear | Linear | Linéaire | Lineal | 线性'),
  settings: {},
  shares: ({ values, count }) => `arrayMap(v -> 1 / ${count}, ${values})`,
};

/** Everything to every value that took part, so that rows add up to more than the total. */
export const participation: AttributionModel = {
  id: 'participation',
  title: title('Participation | Beteiligung | Participation | Participación | 参与'),
  settings: {},
  shares: ({ values }) => `arrayMap(u -> u = 1, arrayEnumerateUniq(${values}))`,
};

interface Weights {
  readonly first: number;
  readonly middle: number;
  readonly last: number;
}

/**
 * Weights by position. Those between share theirs; where there is no middle, or no last, the others keep their proportion: 20/20/60 is
 * 25/75 of two touches, and all of one.
 */
function byPosition({ values, count, bind }: PathSql, weights: Weights): string {
  const [f, m, l] = [weights.first, weights.middle, weights.last].map((weight) => bind('Float64', weight));
  const whole = `(${f} + if(${count} > 1, ${l}, 0) + if(${count} > 2, ${m}, 0))`;
  const own = `multiIf(i = 1, ${f}, i = ${count}, ${l}, ${m} / (${count} - 2))`;
  return `arrayMap(i -> if(${whole} = 0, 1 / ${count}, ${own} / ${whole}), arrayEnumerate(${values}))`;
}

const fixed = (id: string, name: Title, weights: Weights): AttributionModel => ({
  id,
  title: name,
  settings: {},
  shares: (path) => byPosition(path, weights),
});

export const uShaped = fixed('u-shaped', title('U-shaped | U-förmig | En U | En U | U 形'), {
  first: 40,
  middle: 20,
  last: 40,
});

export const jShaped = fixed('j-shaped', title('J-shaped | J-förmig | En J | En J | J 形'), {
  first: 20,
  middle: 20,
  last: 60,
});

export const inverseJ = fixed(
  'inverse-j',
  title('Inverse J | Umgekehrtes J | J inversé | J inversa | 反 J 形'),
  { first: 60, middle: 20, last: 20 },
);

const Weight = Type.Number({ minimum: 0, maximum: 1_000_000 });

/** Weights by position of one's own. */
export const custom: AttributionModel<Weights> = {
  id: 'custom',
  title: title('Custom weights | Eigene Gewichte | Poids personnalisés | Pesos propios | 自定义权重'),
  settings: { first: Weight, middle: Weight, last: Weight },
  shares: byPosition,
};
