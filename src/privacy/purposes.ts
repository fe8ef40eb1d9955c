import { PURPOSE_DEFAULT } from '../core/condition/index.ts';
import {
  type DefinitionKind,
  type Definitions,
  type Finding,
  type Others,
  referencesIn,
} from '../definition/index.ts';
import { DEFAULT_PURPOSES } from './default-purposes.ts';
import { type Purpose, type Purposes, PurposesSchema } from './purposes-schema.ts';

/** The key of the definition, of which there is one. */
export const PURPOSES_KEY = 'purposes';

/** What consent is asked for. There is one document of it. */
export const purposesKind: DefinitionKind = {
  id: PURPOSES_KEY,
  title: 'Consent purposes',
  schema: PurposesSchema,
  isSingle: true,
  check: (document) => [...twice(document as Purposes), ...anyAmongOthers(document as Purposes)],
};

function twice({ purposes }: Purposes): Finding[] {
  const keys = purposes.map(({ key }) => key.toLowerCase());
  return keys.flatMap((key, place) => {
    const first = keys.indexOf(key);
    if (first === place) return [];
    const isSame = purposes[first]!.key === purposes[place]!.key;
    return [
      {
        severity: isSame ? ('error' as const) : ('warning' as const),
        code: 'purposes.twice',
        pointer: `/purposes/${place}/key`,
        message: isSame
          ? `Purpose ${purposes[place]!.key} is listed twice; remove one.`
          : `Purposes ${purposes[first]!.key} and ${purposes[place]!.key} differ by capitals alone: to events they are two.`,
      },
    ];
  });
}

function anyAmongOthers({ purposes }: Purposes): Finding[] {
  return purposes.flatMap(({ key, channels }, place) =>
    channels.length > 1 && channels.includes('any')
      ? [
          {
            severity: 'error' as const,
            code: 'purposes.any-and-others',
            pointer: `/purposes/${place}/channels`,
            message: `Purpose ${key} is asked for every channel and for single ones; choose either.`,
          },
        ]
      : [],
  );
}

/** The purposes as they count now: as somebody published them, or those of a new workspace. */
export function purposesNow(definitions: Pick<Definitions, 'get'>): Purposes {
  return (definitions.get(PURPOSES_KEY) as Purposes | undefined) ?? DEFAULT_PURPOSES;
}

/** Warnings about conditions that ask for consent which nobody is asked for: it can be known of those alone who said it before. */
export function purposeFindings(document: unknown, others: Others): Finding[] {
  const { purposes } = purposesNow({ get: (key) => others.document(key) });
  return referencesIn(document).consents.flatMap(({ channel, purpose = PURPOSE_DEFAULT, pointer }) =>
    isAskedFor(purposes, purpose, channel)
      ? []
      : [
          {
            severity: 'warning' as const,
            code: 'consent.not-asked-for',
            pointer,
            message: `Nobody is asked for “${purpose}” on “${channel}”; choose another, or list it in the consent purposes.`,
          },
        ],
  );
}

/** Whether people are asked for a purpose on a channel; `any` fits every purpose that is asked for. */
export function isAskedFor(purposes: readonly Purpose[], key: string, channel: string): boolean {
  const purpose = purposes.find((each) => each.key === key);
  if (purpose?.state !== 'active') return false;
  return channel === 'any' || purpose.channels.includes('any') || purpose.channels.includes(channel);
}
