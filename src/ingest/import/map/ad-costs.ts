import { type Static, Type } from 'typebox';
import { commonSettings } from './common.ts';
import { compileNumber, compileText, compileTime, type Target } from './compile.ts';
import { Fault } from './fault.ts';
import { From, FromRecord } from './from.ts';
import { contentId, type Preset, type Rules, type Values } from './preset.ts';
import { compileValues } from './values.ts';

const Schema = Type.Object(
  {
    preset: Type.Literal('ad-costs'),
    ...commonSettings,
    /** The day (or the hour) that the row reports. */
    time: From,
    /** The campaign as its visitors bring it along in utm_campaign. */
    campaign: From,
    /** utm_source and utm_medium of its visitors. */
    source: Type.Optional(From),
    medium: Type.Optional(From),
    cost: From,
    currency: Type.Optional(From),
    impressions: Type.Optional(From),
    clicks: Type.Optional(From),
    /** More that rows are told apart by: ad group, ad, country … */
    properties: Type.Optional(FromRecord),
  },
  { additionalProperties: false },
);
type AdCostsMap = Static<typeof Schema>;

const AD_COST_REPORTED = 'Ad Cost Reported';
const NO_TIME = new Fault('ad-cost.without-time');
const NO_CAMPAIGN = new Fault('ad-cost.without-campaign');
const NO_COST = new Fault('ad-cost.without-cost');

/** What advertising cost: one row, one `Ad Cost Reported`. It is about nobody. */
export const adCosts: Preset = {
  id: 'ad-costs',
  title: 'Advertising costs',
  schema: Schema,
  channel: 'ad',
  compile: (map, target) => compileAdCosts(map as AdCostsMap, target),
};

function compileAdCosts(map: AdCostsMap, target: Target): Rules {
  const timeOf = compileTime(target, map.time, '/time');
  const campaignOf = compileText(target, map.campaign, '/campaign');
  const wordsOf = compileValues(
    target,
    {
      ...(map.source !== undefined && { source: map.source }),
      ...(map.medium !== undefined && { medium: map.medium }),
    },
    '',
  );
  const costOf = compileNumber(target, map.cost, '/cost');
  const figures = (['impressions', 'clicks'] as const).flatMap((name) => {
    const from = map[name];
    return from === undefined ? [] : [{ name, read: compileNumber(target, from, `/${name}`) }];
  });
  const currencyOf = map.currency === undefined ? undefined : compileText(target, map.currency, '/currency');
  const propertiesOf = compileValues(target, map.properties ?? {}, '/properties');
  return {
    keyOf: undefined,
    map(rows, outcome) {
      for (const row of rows) {
        const { cells } = row;
        const time = timeOf(cells) ?? NO_TIME;
        if (time instanceof Fault) return outcome.reject(row, time);
        const name = campaignOf(cells) ?? NO_CAMPAIGN;
        if (name instanceof Fault) return outcome.reject(row, name);
        const campaign: Values = { name };
        const properties: Values = {};
        const fault = wordsOf(cells, campaign) ?? propertiesOf(cells, properties);
        if (fault !== undefined) return outcome.reject(row, fault);
        // The figures are no part of it: a report that is fetched again before its day is over must not count beside itself.
        const id = contentId('ad-cost', JSON.stringify([time, campaign, properties]));
        const cost = costOf(cells) ?? NO_COST;
        if (cost instanceof Fault) return outcome.reject(row, cost);
        properties['cost'] = cost;
        for (const figure of figures) {
          const value = figure.read(cells);
          if (value instanceof Fault) return outcome.reject(row, value);
          if (value !== undefined) properties[figure.name] = value;
        }
        const currency = currencyOf?.(cells);
        if (currency instanceof Fault) return outcome.reject(row, currency);
        if (currency !== undefined) properties['currency'] = currency;
        const context: Values = { about: 'nobody', campaign };
        outcome.event(
          { id, type: 'track', name: AD_COST_REPORTED, time, identities: [], properties, context },
          [row],
        );
      }
    },
  };
}
