import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, type Metric, Registry } from 'prom-client';
import type { Histogram } from './histogram.ts';

/** Numbers as they stand now: one, or one for each set of labels. */
export type Reading =
  | number
  | readonly (readonly [labels: Readonly<Record<string, string | number>>, value: number])[];

/**
 * The metrics of the program. Stages keep plain numbers and hand over how to read them; nothing is computed until
 * somebody scrapes, so counting an event costs an addition.
 */
export interface Metrics {
  /** A figure that only grows since the start; its name ends in `_total`. */
  counter(name: string, help: string, read: () => Reading): void;
  /** A figure that goes up and down. */
  gauge(name: string, help: string, read: () => Reading): void;
  /** A distribution; see `createHistogram`. */
  histogram(name: string, help: string, histogram: Histogram): void;
  /** Everything in the Prometheus text format. */
  text(): Promise<string>;
  readonly contentType: string;
}

/** Makes an empty registry; with `process` it also tells memory, CPU, event loop delay and garbage collection. */
export function createMetrics(options: { readonly process: boolean }): Metrics {
  const registry = new Registry();
  if (options.process) collectDefaultMetrics({ register: registry });
  return {
    counter: (name, help, read) => register(registry, 'counter', name, help, () => samplesOf(read())),
    gauge: (name, help, read) => register(registry, 'gauge', name, help, () => samplesOf(read())),
    histogram: (name, help, histogram) =>
      register(registry, 'histogram', name, help, () => bucketsOf(name, histogram)),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}

interface Sample {
  readonly metricName?: string;
  readonly labels: Readonly<Record<string, string | number>>;
  readonly value: number;
}

/** prom-client's own classes hash labels at every call; the registry asks no more of a metric than this. */
function register(registry: Registry, type: string, name: string, help: string, read: () => Sample[]): void {
  const metric = {
    name,
    help,
    type,
    aggregator: 'sum',
    get: async () => ({ name, help, type, values: read(), aggregator: 'sum' }),
  };
  registry.registerMetric(metric as unknown as Metric);
}

function samplesOf(reading: Reading): Sample[] {
  if (typeof reading === 'number') return [{ labels: {}, value: reading }];
  return reading.map(([labels, value]) => ({ labels, value }));
}

function bucketsOf(name: string, histogram: Histogram): Sample[] {
  let below = 0;
  const buckets: Sample[] = histogram.counts.map((count, i) => {
    below += count;
    return { metricName: `${name}_bucket`, labels: { le: histogram.bounds[i] ?? '+Inf' }, value: below };
  });
  return [
    ...buckets,
    { metricName: `${name}_sum`, labels: {}, value: histogram.sum },
    { metricName: `${name}_count`, labels: {}, value: below },
  ];
}

/** `GET /metrics` in the Prometheus text format; an admin route. */
export function metricsRoutes(app: FastifyInstance, metrics: Metrics): void {
  app.get(
    '/metrics',
    {
      config: { permission: 'operation.read' },
      schema: {
        operationId: 'readMetrics',
        summary: 'Figures in the Prometheus text format',
        tags: ['operation'],
        produces: ['text/plain'],
      },
    },
    async (_request, reply) => {
      reply.type(metrics.contentType);
      return metrics.text();
    },
  );
}
