/** Where a demo tells how far it is. */
export interface Show {
  /** Draws a line over the last one; elsewhere than on a terminal now and then a line. */
  line(text: string): void;
  /** Something to keep. */
  say(text: string): void;
  /** Characters that a line may have; a terminal can be made wider or narrower meanwhile. */
  columns(): number;
}

/** What a show writes to. */
export interface ShowDeps {
  readonly write: (text: string) => void;
  readonly isTerminal: boolean;
  readonly columns: () => number;
  readonly now: () => number;
}

const BAR_CHARACTERS = 30;
/** A shorter bar tells nothing; without one there is more room for the facts. */
const BAR_CHARACTERS_MIN = 8;
/** Without a terminal. */
const LINE_EVERY_MS = 5_000;

/** Makes a show. */
export function createShow({ write, isTerminal, columns, now }: ShowDeps): Show {
  let isOpen = false;
  let linedAt = now();
  return {
    columns: () => columns() - 1,
    line(text) {
      if (isTerminal) {
        write(`\r\u001b[2K${text.slice(0, columns() - 1)}`);
        isOpen = true;
      } else if (now() - linedAt >= LINE_EVERY_MS) {
        linedAt = now();
        write(`${text}\n`);
      }
    },
    say(text) {
      if (isOpen) write('\r\u001b[2K');
      isOpen = false;
      write(`${text}\n`);
    },
  };
}

/** `history [=====     ]  50 %  12,345 messages` in a line of so many characters; a share of 0 to 1. */
export function bar(label: string, doneShare: number, facts: string, columns: number): string {
  const share = Math.min(1, Math.max(0, doneShare));
  const percent = `${String(Math.floor(share * 100)).padStart(3)} %`;
  // Two brackets, and the blanks between the four parts.
  const room = columns - label.length - percent.length - facts.length - 6;
  const width = Math.min(BAR_CHARACTERS, room);
  if (width < BAR_CHARACTERS_MIN) return `${label} ${percent}  ${facts}`;
  const filled = Math.round(share * width);
  return `${label} [${'='.repeat(filled)}${' '.repeat(width - filled)}] ${percent}  ${facts}`;
}
