const units = {
  min: ['minute', 'minutes'],
  h: ['hour', 'hours'],
  d: ['day', 'days'],
  w: ['week', 'weeks'],
  mo: ['month', 'months'],
  y: ['year', 'years'],
};
const calendars = {
  day: ['Today', 'Yesterday', 'day', 'days'],
  week: ['This week', 'Last week', 'week', 'weeks'],
  month: ['This month', 'Last month', 'month', 'months'],
  quarter: ['This quarter', 'Last quarter', 'quarter', 'quarters'],
  year: ['This year', 'Last year', 'year', 'years'],
};

export const en = {
  title: 'Analysis',
  workspaces: 'Workspaces',
  newWorkspace: 'New workspace',
  newName: 'New workspace',
  noWorkspaces: 'Nobody has saved a workspace yet. Make one, or look at the four of the demo.',
  name: 'Name',
  rename: 'Click to rename',
  unsaved: 'Unsaved',
  save: 'Save',
  revert: 'Revert',
  saved: 'Saved for everybody who is shown this workspace.',
  notSaved: 'Not saved',
  changedMeanwhile:
    'Somebody else has saved this workspace since you opened it. Save yours under another name, or revert to see theirs.',
  panel: (number: number) => `Panel ${number}`,
  addPanel: 'Add a panel',
  addPart: 'Add',
  removePanel: 'Remove panel',
  emptyPanel: 'This panel is empty. Add a table or a chart, or drag a component here.',
  panelMenu: (name: string) => `More for panel ${name}`,
  partMenu: (name: string) => `More for ${name}`,
  duplicate: 'Duplicate',
  moveUp: 'Move up',
  moveDown: 'Move down',
  moveBack: 'Move back',
  moveOn: 'Move on',
  moveTo: 'Move to panel',
  size: 'Width',
  widths: (columns: number) =>
    columns === 12
      ? 'Full'
      : ({ 3: 'A quarter', 4: 'A third', 6: 'A half', 8: 'Two thirds', 9: 'Three quarters' }[columns] ??
        `${columns} of 12`),
  csv: 'Download CSV',
  png: 'Download picture',
  exportFailed: 'The file could not be made',
  remove: 'Remove',
  unknownPart: (kind: string) => `This version cannot draw “${kind}”.`,
  find: 'Find',
  nothingFound: 'Nothing fits.',
  components: 'Components',
  findComponent: 'Find a component',
  kinds: { dimension: 'Dimensions', metric: 'Metrics', segment: 'Segments', range: 'Dates' },
  before: (value: string) => `Before: ${value}`,
  comparison: 'Compare with',
  aCondition: 'A condition',
  from: (what: string, origin: string) => `${what} (${origin})`,
  origins: { workspace: 'from the workspace', panel: 'from the panel', part: 'of this part' },
  takeAway: (what: string) => `Take away here: ${what}`,
  filters: {
    is: (dimension: string, value: string) => `${dimension} is ${value}`,
    isNot: (dimension: string, value: string) => `${dimension} is not ${value}`,
    known: (dimension: string) => `${dimension} is known`,
  },
  states: {
    asking: 'Asking',
    waiting: (elapsed: string) => `Still counting · ${elapsed}`,
    cancel: 'Cancel',
    stopped: 'You stopped this question.',
    askAgain: 'Ask again',
    empty: 'Nothing happened here in this range. Widen the range, or take a filter away.',
  },
  number: {
    menu: 'What to do with this number',
    keep: 'Keep only this',
    keepInPanel: 'Keep only this in the panel',
    exclude: 'Leave this out',
    breakDown: 'Break down by',
  },
  text: {
    title: 'Text',
    edit: 'Write',
    empty: 'Nothing written yet.',
    hint: '# heading, - list, **bold**. Leaving the field keeps it; Escape does not.',
  },
  ranges: {
    units,
    last: (count: number, unit: keyof typeof units) =>
      `Last ${count === 1 ? '' : `${count} `}${units[unit][count === 1 ? 0 : 1]}`,
    calendar: (unit: keyof typeof calendars, back: number, count: number) => {
      const [now, before, one, many] = calendars[unit];
      if (count > 1) return back === 0 ? `Last ${count} ${many} with this` : `Last ${count} whole ${many}`;
      return back === 0 ? now! : back === 1 ? before! : `${back} ${many} ago (${one})`;
    },
    formula: (unit: keyof typeof calendars, shift: number, days: number) =>
      `start of ${calendars[unit][0]!.toLowerCase()}${shift ? ` ${signed(shift)} ${calendars[unit][3]}` : ''}${days ? ` ${signed(days)} days` : ''}`,
    since: (from: string) => `Since ${from}`,
    none: 'Nothing',
    previous: 'the period before',
    yearBefore: 'a year before',
    against: (range: string) => `against ${range}`,
  },
};

function signed(value: number): string {
  return value > 0 ? `+${value}` : `${value}`;
}
