import type { ReactNode } from 'react';
import { nameOfLanguage } from '../language/name-of-language.ts';
import { useSpeech } from '../language/speech.tsx';
import { useFormat } from '../language/use-format.ts';
import { type Fact, FactStrip } from '../parts/facts.tsx';
import { attributeText, newestIdentity } from './person-facts.ts';
import type { Person } from './queries.ts';
import { revenueText } from './revenue-text.ts';

/** Who she is and what she is worth, in one line. */
export function PersonStrip({ person }: { readonly person: Person }): ReactNode {
  const {
    words: {
      people: { person: words },
    },
    language: reader,
  } = useSpeech();
  const format = useFormat();
  const tier = attributeText(person, 'loyaltyTier', 'loyalty_tier', 'tier');
  const points = attributeText(person, 'loyaltyPoints', 'loyalty_points', 'points');
  const loyalty = [tier, points && words.points(format.number(Number(points)))].filter(Boolean).join(' · ');
  const language = attributeText(person, 'language', 'locale');
  const facts: readonly Fact[] = [
    [words.loyalty, loyalty],
    [words.value, revenueText(person.purchases.revenue, format)],
    [words.orders, format.number(person.purchases.count)],
    [words.email, newestIdentity(person, 'email')],
    [words.phone, newestIdentity(person, 'phone')],
    [
      words.city,
      [attributeText(person, 'city'), attributeText(person, 'country')].filter(Boolean).join(', '),
    ],
    [words.language, language && nameOfLanguage(language, reader)],
  ];
  return <FactStrip facts={facts} />;
}
