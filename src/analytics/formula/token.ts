/** A piece of a formula, with where it stands. */
export interface Token {
  readonly kind: 'number' | 'name' | 'metric' | 'text' | 'sign' | 'end';
  readonly text: string;
  /** Characters from the start of the formula. */
  readonly at: number;
}

/** A mistake in a formula: what is wrong, and where. */
export class FormulaFault extends Error {
  /** Characters from the start of the formula, and how many are meant. */
  readonly at: number;
  readonly length: number;
  constructor(message: string, at: number, length = 1) {
    super(message);
    this.at = at;
    this.length = length;
  }
}

const TOKEN =
  /\s*(?:(?<number>\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|(?<name>[A-Za-z_][A-Za-z0-9_]*)|\[(?<metric>[^\][]{1,300})\]|"(?<text>[^"]{0,200})"|(?<sign><=|>=|!=|[-+*/%^(),<>=]))/y;

/** Cuts a formula into its pieces. A metric whose id is more than letters stands in brackets: `[average-order-value]`. */
export function tokensOf(formula: string): Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  for (let at = 0; formula.slice(at).trim() !== ''; at = TOKEN.lastIndex) {
    TOKEN.lastIndex = at;
    const groups = TOKEN.exec(formula)?.groups;
    const start = at + /^\s*/.exec(formula.slice(at))![0].length;
    if (!groups) throw new FormulaFault(`“${formula[start]}” is nothing that a formula knows.`, start);
    const [kind, text] = Object.entries(groups).find(([, value]) => value !== undefined)!;
    tokens.push({ kind: kind as Token['kind'], text: text!, at: start });
  }
  return [...tokens, { kind: 'end', text: '', at: formula.length }];
}
