import { and, testOfText } from '../../../core/condition/index.ts';
import type { DefinitionKind } from '../../../definition/index.ts';
import type { Dimension, Find } from '../dimension.ts';
import { textOf } from '../dimension.ts';
import { title } from '../title.ts';
import { ChannelRules } from './channel-rules.ts';
import { DEFAULT_CHANNELS } from './default-channels.ts';

/** The kind of definition that the rules of marketing channels are. There is one document of it; without it a default counts. */
export const channelsKind: DefinitionKind = {
  id: 'channels',
  title: 'Marketing channels',
  schema: ChannelRules,
  isSingle: true,
};

/**
 * The marketing channel through which an event came. Most rules look at the event that opened a session; all other events have none
 * (''), so that the ones that have are touches.
 */
export function marketingChannel(find: Find): Dimension {
  return {
    id: 'marketing-channel',
    title: title('Marketing channel | Marketingkanal | Canal marketing | Canal de marketing | 营销渠道'),
    type: 'text',
    container: 'event',
    read(events) {
      const { rules } = (events.frame.definition('channels') as ChannelRules | undefined) ?? DEFAULT_CHANNELS;
      const cases = rules.map(({ channel, when, on }) => {
        const tests = when.map(({ dimension: id, text }) => {
          const dimension = find(id)!;
          return testOfText(
            events.query,
            text,
            events.name(textOf(dimension, dimension.read(events), events)),
          );
        });
        const test = and(...(on === 'any' ? [] : ['opens_session']), ...tests);
        return `${test}, ${events.bind('String', channel)}`;
      });
      return events.name(`multiIf(${cases.join(', ')}, '')`);
    },
  };
}
