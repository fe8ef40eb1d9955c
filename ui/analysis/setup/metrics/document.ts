/** How a number is written. */
export const FORMATS = ['count', 'number', 'amount', 'share', 'duration'] as const;

/** A calculated metric, as the server keeps it. */
export interface MetricDoc {
  readonly name: string;
  readonly description?: string;
  readonly format: (typeof FORMATS)[number];
  readonly formula: string;
  readonly isBetterLow?: boolean;
}
