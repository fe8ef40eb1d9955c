import { FUNCTIONS } from './functions.ts';
import { FormulaFault, type Token, tokensOf } from './token.ts';

/** A formula as a tree. */
export type Formula =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'metric'; readonly id: string; readonly at: number; readonly segment?: string }
  | { readonly kind: 'call'; readonly name: string; readonly of: readonly Formula[]; readonly at: number };

/** Characters of a formula. */
export const FORMULA_CHARACTERS_MAX = 2_000;
const DEPTH_MAX = 40;

/** Operators by how tightly they bind, loosest first. */
const LEVELS: readonly (readonly string[])[] = [
  ['or'],
  ['and'],
  ['=', '!=', '<', '<=', '>', '>='],
  ['+', '-'],
  ['*', '/', '%'],
  ['^'],
];
const RIGHT_TO_LEFT = '^';

/**
 * Reads a formula: numbers, metrics, `+ - * / % ^`, comparisons, `and`, `or`, `not`, and the functions of functions.ts.
 * Throws a FormulaFault that says what is wrong and where.
 */
export function parseFormula(formula: string): Formula {
  if (formula.length > FORMULA_CHARACTERS_MAX)
    throw new FormulaFault(
      `A formula has at most ${FORMULA_CHARACTERS_MAX} characters.`,
      FORMULA_CHARACTERS_MAX,
    );
  const reader = new Reader(tokensOf(formula));
  const tree = reader.level(0, 0);
  const rest = reader.peek();
  if (rest.kind !== 'end')
    throw new FormulaFault(
      `“${rest.text}” does not follow on what stands before it.`,
      rest.at,
      rest.text.length,
    );
  return tree;
}

class Reader {
  private readonly tokens: readonly Token[];
  private next = 0;

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens;
  }

  peek(): Token {
    return this.tokens[this.next]!;
  }

  private take(): Token {
    return this.tokens[this.next++]!;
  }

  level(number: number, depth: number): Formula {
    const operators = LEVELS[number];
    if (!operators) return this.unary(depth);
    if (depth > DEPTH_MAX) throw new FormulaFault('The formula is nested too deeply.', this.peek().at);
    let left = this.level(number + 1, depth);
    while (this.isOperator(operators)) {
      const { text: name, at } = this.take();
      const right = this.level(name === RIGHT_TO_LEFT ? number : number + 1, depth + 1);
      left = { kind: 'call', name, of: [left, right], at };
    }
    return left;
  }

  private isOperator(operators: readonly string[]): boolean {
    const { kind, text } = this.peek();
    return (kind === 'sign' || kind === 'name') && operators.includes(text);
  }

  private unary(depth: number): Formula {
    const { kind, text, at } = this.peek();
    if (depth > DEPTH_MAX) throw new FormulaFault('The formula is nested too deeply.', at);
    if ((kind === 'sign' && text === '-') || (kind === 'name' && text === 'not')) {
      this.take();
      return { kind: 'call', name: text === '-' ? 'negative' : 'not', of: [this.unary(depth + 1)], at };
    }
    return this.single(depth);
  }

  private single(depth: number): Formula {
    const token = this.take();
    const { kind, text, at } = token;
    if (kind === 'number') {
      if (!Number.isFinite(Number(text))) throw new FormulaFault('The number is too large.', at, text.length);
      return { kind: 'number', value: Number(text) };
    }
    if (kind === 'metric') return { kind: 'metric', id: text, at };
    if (kind === 'name')
      return this.peek().text === '(' && this.peek().kind === 'sign'
        ? this.call(token, depth)
        : { kind: 'metric', id: text, at };
    if (kind === 'sign' && text === '(') {
      const inner = this.level(0, depth + 1);
      this.expect(')');
      return inner;
    }
    if (kind === 'end')
      throw new FormulaFault('The formula ends where a number, a metric or a function should stand.', at);
    throw new FormulaFault(
      `“${text}” stands where a number, a metric or a function should.`,
      at,
      text.length,
    );
  }

  private call({ text: name, at }: Token, depth: number): Formula {
    this.expect('(');
    if (name === 'within') return this.within(at);
    const known = FUNCTIONS[name];
    if (!known) throw new FormulaFault(`There is no function “${name}”.`, at, name.length);
    const of: Formula[] = [];
    if (!this.isSign(')'))
      do of.push(this.level(0, depth + 1));
      while (this.skips(','));
    this.expect(')');
    const [least, most] = known.arguments;
    if (of.length < least || of.length > most)
      throw new FormulaFault(
        `“${name}” takes ${least === most ? least : `${least} to ${most}`} values and was given ${of.length}.`,
        at,
        name.length,
      );
    return { kind: 'call', name, of, at };
  }

  /** `within(revenue, "vip")`: a metric of the events of a segment. */
  private within(at: number): Formula {
    const metric = this.take();
    if (metric.kind !== 'metric' && metric.kind !== 'name')
      throw new FormulaFault(
        'The first value of “within” is the name of a metric.',
        metric.at,
        metric.text.length || 1,
      );
    this.expect(',');
    const segment = this.take();
    if (segment.kind !== 'text')
      throw new FormulaFault(
        'The second value of “within” is the id of a segment in quotes.',
        segment.at,
        segment.text.length || 1,
      );
    this.expect(')');
    return { kind: 'metric', id: metric.text, at, segment: segment.text };
  }

  private isSign(sign: string): boolean {
    const { kind, text } = this.peek();
    return kind === 'sign' && text === sign;
  }

  private skips(sign: string): boolean {
    if (!this.isSign(sign)) return false;
    this.take();
    return true;
  }

  private expect(sign: string): void {
    const { at, text, kind } = this.peek();
    if (!this.skips(sign))
      throw new FormulaFault(
        `Here “${sign}” is missing${kind === 'end' ? '' : ` before “${text}”`}.`,
        at,
        text.length || 1,
      );
  }
}
