import { pluralOf } from '../../../language/plural.ts';

/** Texts of the consent purposes. */
const form = pluralOf('en');

export const en = {
  intro:
    'What people are asked to agree to. Agents, conditions and reach follow this list; what people said for anything else is kept and shown.',
  key: 'Key',
  keyHint: 'As events name it; capitals matter.',
  name: 'Name',
  description: 'Description',
  nameIn: (language: string) => `Name in ${language}`,
  descriptionIn: (language: string) => `Description in ${language}`,
  channels: 'Asked for on',
  anyChannel: 'one answer for every channel',
  unsaid: 'Who said nothing',
  unsaidHint: 'Counts when we ask who may be contacted.',
  unsaidNo: 'has not agreed (opt-in)',
  unsaidYes: 'has agreed until she objects (opt-out)',
  optIn: 'opt-in',
  optOut: 'opt-out',
  retired: 'retired',
  retire: 'Retire',
  askAgain: 'Ask for it again',
  remove: 'Remove',
  add: 'Add a purpose',
  stated: 'Said, but not asked for',
  nothingStated: (days: number) =>
    `All that people said consent for in the last ${days} ${form(days, 'day', 'days')} is listed.`,
  people: 'People',
  last: 'Last',
  list: 'List it',
};
