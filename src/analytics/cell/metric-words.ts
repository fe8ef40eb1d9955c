import { ANYTHING, type Matcher } from '../../core/condition/index.ts';
import { metricOf } from '../model/find.ts';

/** Why a number of a question is no condition. */
export interface Cannot {
  readonly cannot: string;
}

/** The events of which a metric is a count, as conditions name them; undefined where it is no count. */
export function matcherOfMetric(id: string): Matcher | undefined {
  const metric = metricOf(id);
  if (metric?.format !== 'count') return undefined;
  return { event: metric.names ? [...metric.names] : ANYTHING };
}
