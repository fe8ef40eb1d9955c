/** Something that can be picked. */
export interface PickItem {
  /** Tells it apart from all others in the list. */
  readonly value: string;
  readonly label: string;
  /** Another name, sample values. */
  readonly hint?: string;
  /** How much it is used. */
  readonly use?: string;
  readonly isHidden?: boolean;
}

/** What can be picked, under one heading. */
export interface PickGroup {
  readonly title: string;
  readonly items: readonly PickItem[];
}

/** What can be picked, and what becomes of it. */
export interface PickerProps {
  /** What is picked, for screen readers. */
  readonly label: string;
  readonly groups: readonly PickGroup[];
  readonly onPick: (item: PickItem) => void;
  /** What a name that is in no group would be; undefined where it is none. */
  readonly other?: (name: string) => PickItem | undefined;
}

/** The items that hold every word that was typed, in their order; those that begin with it come first. */
export function search(groups: readonly PickGroup[], typed: string, most: number): PickGroup[] {
  const text = typed.trim().toLowerCase();
  const words = text.split(/\s+/).filter((word) => word !== '');
  return groups.flatMap(({ title, items }) => {
    const found = items.filter(({ label, hint = '', value }) => {
      const whole = `${label} ${hint} ${value}`.toLowerCase();
      return words.every((word) => whole.includes(word));
    });
    const first = text === '' ? found : found.toSorted((a, b) => begins(b, text) - begins(a, text));
    return first.length === 0 ? [] : [{ title, items: first.slice(0, most) }];
  });
}

function begins({ label, value }: PickItem, text: string): number {
  const isFirst = label.toLowerCase().startsWith(text) || value.toLowerCase().startsWith(text);
  return isFirst ? 1 : 0;
}
