import { type Static, Type } from 'typebox';
import type { DefinitionKind } from '../../definition/index.ts';
import type { Rate } from '../frame.ts';

const RATES_MAX = 5_000;

/** How the workspace reports beyond its settings: the day on which weeks begin, and what other currencies are worth. */
const Reporting = Type.Object(
  {
    weekStart: Type.Optional(
      Type.Integer({ minimum: 1, maximum: 7, description: '1 is Monday, which is the default' }),
    ),
    rates: Type.Optional(
      Type.Array(
        Type.Object(
          {
            currency: Type.String({ pattern: '^[A-Z]{3}$' }),
            since: Type.String({
              format: 'date',
              description: 'From this day on (UTC); the oldest also counts before it',
            }),
            rate: Type.Number({
              exclusiveMinimum: 0,
              description: 'What one unit is worth in the currency of the workspace',
            }),
          },
          { additionalProperties: false },
        ),
        { maxItems: RATES_MAX },
      ),
    ),
  },
  { additionalProperties: false },
);
type Reporting = Static<typeof Reporting>;

/** The kind of definition that holds how the workspace reports. There is one document of it. */
export const reportingKind: DefinitionKind = {
  id: 'reporting',
  title: 'Reporting',
  schema: Reporting,
  isSingle: true,
};

/** What the document says, with what counts where it does not. */
export function readReporting(document: unknown): { weekStart: 1 | 2 | 3 | 4 | 5 | 6 | 7; rates: Rate[] } {
  const { weekStart = 1, rates = [] } = (document ?? {}) as Reporting;
  return {
    weekStart: weekStart as 1,
    rates: rates.map(({ currency, since, rate }) => ({ currency, since: Date.parse(since), rate })),
  };
}
