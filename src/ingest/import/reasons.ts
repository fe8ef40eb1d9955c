/** What is said about a rejected or dropped row, by its code. Without personal data: the row itself is in the quarantine. */
const REASONS: Readonly<Record<string, string>> = {
  'row.cell-count': 'The row has more or fewer cells than the header has columns.',
  'row.quote-not-closed': 'A quote opens in this row and never closes.',
  'row.text-after-quote': 'Text stands between a closing quote and the next delimiter.',
  'row.not-json': 'The line is not a JSON object.',
  'row.repeated': 'The row is a copy of one shortly before it.',
  'value.not-a-number': 'The cell is no number; see "decimal" in the map.',
  'value.not-a-time': 'The cell is no time in the given format; see "timeFormat" in the map.',
  'value.not-a-truth-value': 'The cell is neither true nor false.',
  'value.not-a-list': 'The cell is no list.',
  'value.not-a-text': 'The cell is an object or a list where a text is needed.',
  'value.not-json': 'The cell is not JSON.',
  'line.cancelled': 'The line is a cancellation.',
  'line.not-positive': 'Quantity or amount of the line is zero or less.',
  'line.without-quantity': 'The line has no quantity.',
  'line.without-price': 'The line has neither a price nor a total that can be used.',
  'order.without-number': 'The line has no order number.',
  'order.without-time': 'The order has no time.',
  'order.without-customer': 'The order names no customer.',
  'order.has-broken-line': 'Another line of the same order cannot be read.',
  'order.too-many-lines': 'More than 5,000 lines have the same order number.',
  'event.without-name': 'The row has no event name.',
  'event.without-time': 'The row has no time.',
  'event.without-person': 'The row names nobody.',
  'event.id-too-long': 'The message id has 100 characters or more.',
  'event.time-too-early': 'The time lies before 1990.',
  'event.time-in-future': 'The time lies in the future.',
  'event.too-large': 'The event is larger than can be taken.',
  'person.without-identity': 'The row has no identity.',
  'person.without-time': 'The row has no time.',
  'ad-cost.without-time': 'The row has no day or time.',
  'ad-cost.without-campaign': 'The row names no campaign.',
  'ad-cost.without-cost': 'The row says no cost.',
  'catalogue.without-id': 'The row has no product or store id.',
  'catalogue.without-time': 'The row has no time.',
};

/** The sentence for a code. */
export function reasonOf(code: string): string {
  return REASONS[code] ?? 'The row cannot be taken.';
}
