import type { AttributeCondition, ConsentCondition } from '../condition.ts';
import { PURPOSE_DEFAULT, TIME_ZONE_ATTRIBUTE } from '../facts.ts';
import { keysOf } from '../path.ts';
import { and, or, type Query } from './query.ts';
import { numberOfRaw, rawAt, textOfRaw, writtenText } from './read.ts';
import { testOfRaw } from './tests.ts';

/** What is known of a person passes a test. */
export function attributeSql(query: Query, condition: AttributeCondition): string {
  const [name = '', ...rest] = keysOf(condition.attribute);
  const raw = query.step(rawAt(query, attributeColumn(query, name), rest));
  return testOfRaw(query, condition, raw, query.step);
}

/** The number of an attribute in ten-thousandths, null where it is missing. */
export function attributeNumberSql(query: Query, path: string): string {
  const [name = '', ...rest] = keysOf(path);
  const raw = query.step(rawAt(query, attributeColumn(query, name), rest));
  return numberOfRaw(raw, query.step);
}

/** The text of an attribute, '' where there is none. */
export function attributeText(query: Query, path: string): string {
  const [name = '', ...rest] = keysOf(path);
  return query.step(textOfRaw(query.step(rawAt(query, attributeColumn(query, name), rest))));
}

/** The person's time zone as she stated it. */
export function personZoneSql(query: Query): string {
  return query.step(writtenText(attributeColumn(query, TIME_ZONE_ATTRIBUTE)));
}

/** Loyalty facts that events other than `identify` carry, as profile/fold.ts reads them. */
const LOYALTY_FACTS: Readonly<Record<string, string>> = { loyaltyTier: 'tier', loyaltyPoints: 'points' };

/**
 * The raw value of an attribute as it counts for a person, '' or `null` where there is none: of the statements of her events the
 * newest, at the same moment the greater JSON text (profile/attributes.ts). Null takes an attribute away.
 */
function attributeColumn(query: Query, name: string): string {
  const key = query.bind('String', name);
  const statements = [
    {
      said: and("type = 'identify'", `JSONHas(properties_text, ${key})`),
      raw: `JSONExtractRaw(properties_text, ${key})`,
    },
  ];
  const fact = LOYALTY_FACTS[name];
  if (fact)
    statements.push({
      said: and("type != 'identify'", `JSONHas(properties_text, 'loyalty', '${fact}')`),
      raw: `JSONExtractRaw(properties_text, 'loyalty', '${fact}')`,
    });
  query.needs(or(...statements.map(({ said }) => said)));
  const said = query.row(or(...statements.map(({ said }) => said)));
  const raw = query.row(`multiIf(${statements.map(({ said, raw }) => `${said}, ${raw}, `).join('')}'')`);
  // The engine writes "/" as "\/" and the profile does not.
  const order = [...rank(query), 'ms', query.row(`replaceAll(${raw}, '\\\\/', '/')`)];
  return query.aggregate(`argMaxIf(${raw}, (${order.join(', ')}), ${said})`);
}

/** Where sources have precedence, a statement of a stronger source counts before all newer ones. */
function rank({ sourcePrecedence, bind }: Query): string[] {
  if (!sourcePrecedence || sourcePrecedence.length === 0) return [];
  const ranks = bind(
    'Array(Int64)',
    sourcePrecedence.map((_, i) => sourcePrecedence.length - i),
  );
  return [`transform(source, ${bind('Array(String)', sourcePrecedence)}, ${ranks}, toInt64(0))`];
}

const IN = `('true', '"in"')`;
const OUT = `('false', '"out"')`;

/** What a person allowed: the newest statement for the channel or for any, at the same moment `out` (privacy/consent.ts). */
export function consentSql(query: Query, condition: ConsentCondition): string {
  const { channel, purpose = PURPOSE_DEFAULT } = condition.consent;
  const channels = query.bind('Array(String)', [`"${channel}"`, '"any"']);
  const quotedPurpose = query.bind('String', `"${purpose}"`);
  const isAbout = (item: string, channelDefault: string): string => {
    const [saidChannel, saidPurpose] = [
      `JSONExtractRaw(${item}, 'channel')`,
      `JSONExtractRaw(${item}, 'purpose')`,
    ];
    const noChannel = channelDefault === channel || channelDefault === 'any' ? [`${saidChannel} = ''`] : [];
    const noPurpose = purpose === PURPOSE_DEFAULT ? [`${saidPurpose} = ''`] : [];
    return and(
      or(`${saidChannel} in ${channels}`, ...noChannel),
      or(`${saidPurpose} = ${quotedPurpose}`, ...noPurpose),
    );
  };
  const item = and(isAbout('i', 'any'), `JSONExtractRaw(i, 'state') in ('true', '"in"', 'false', '"out"')`);
  const items = `if(JSONType(properties_text, 'consents') = 'Array', JSONExtractArrayRaw(properties_text, 'consents'), [properties_text])`;
  const updated = `if(name = 'Consent Updated', arrayMap(i -> JSONExtractRaw(i, 'state') in ${OUT}, arrayFilter(i -> startsWith(i, '{') and ${item}, ${items})), [])`;
  const subscribed = `if(name in ('Subscribed', 'Unsubscribed') and ${isAbout('properties_text', 'email')}, [name = 'Unsubscribed'], [])`;
  const preference = `JSONExtractRaw(context_text, 'consent', 'categoryPreferences', ${query.bind('String', purpose)})`;
  const preferred = `multiIf(${preference} in ${IN}, [0], ${preference} in ${OUT}, [1], [])`;
  const said = query.row(`arrayConcat(${updated}, ${subscribed}, ${preferred})`);
  query.needs(or("name in ('Consent Updated', 'Subscribed', 'Unsubscribed')", `${preference} != ''`));
  // Time and state in one number, so that the greatest is the newest and `out` wins at the same moment; 0 without a statement.
  const newest = query.aggregate(`maxArray(arrayMap(o -> ms * 2 + o, ${said}))`);
  if (condition.is === 'unknown') return `${newest} = 0`;
  return `(${newest} != 0 and ${newest} % 2 = ${condition.is === 'out' ? 1 : 0})`;
}
