import { Type } from 'typebox';
import { DURATION_PATTERN, durationMs } from '../../../../core/trait/index.ts';
import { title } from '../../../model/title.ts';
import type { AttributionModel } from './model.ts';

const HALF_LIFE = '7d';

/** A touch counts half as much as one that is a half-life later: 2^(-age / half-life), shared out to 1. */
export const timeDecay: AttributionModel<{ readonly halfLife?: string }> = {
  id: 'time-decay',
  title: title('Time decay | Zeitverfall | Dépréciation | Deterioro temporal | 时间衰减'),
  settings: {
    halfLife: Type.Optional(
      Type.String({ pattern: DURATION_PATTERN, description: `${HALF_LIFE} unless said` }),
    ),
  },
  shares({ times, at, bind }, { halfLife = HALF_LIFE }) {
    const half = bind('Float64', durationMs(halfLife));
    const weight = (time: string): string => `exp2(-(${at} - ${time}) / ${half})`;
    // Relative to the latest touch, so that the sum is never 0, however old they are.
    const latest = `arrayMax(${times})`;
    const relative = (time: string): string => weight(`(${time} + ${at} - ${latest})`);
    return `arrayMap(t -> ${relative('t')} / arraySum(x -> ${relative('x')}, ${times}), ${times})`;
  },
};
