export { diskCheck, type LagLimits, lagCheck, type Waiting, warehouseCheck } from './checks.ts';
export type { HealthCheck, HealthFinding, HealthState } from './health.ts';
export { createHistogram, type Histogram } from './histogram.ts';
export { createLive, type Live, type LiveOptions } from './live.ts';
export { createLogger, type LogLevel } from './logger.ts';
export { createMetrics, type Metrics, type Reading } from './metrics.ts';
export { loadPages, type Pages } from './pages.ts';
export { createServer, type ServerOptions } from './server.ts';
