/** What separates the decimals; the other one of the two may group thousands. */
export type DecimalMark = '.' | ',';

const ZERO = 48;
const NINE = 57;

/**
 * Reads a number as people and systems write it: `1234.5`, `1,234.50`, `£1,234.50`, `12.50 EUR`, `(12.50)` and `12.50-`
 * for negative amounts, `1e3`; with a decimal comma `1.234,50`. Undefined when it is none: hexadecimal, infinite, badly
 * grouped (`1,23,4`), or text.
 */
export function readNumber(text: string, decimal: DecimalMark = '.'): number | undefined {
  if (decimal === '.') {
    // Nearly every cell is plain digits: the engine's own parser is ten times faster than a pattern.
    const last = text.charCodeAt(text.length - 1);
    if (last >= ZERO && last <= NINE) {
      const value = +text;
      if (Number.isFinite(value) && (text.length < 2 || text.charCodeAt(1) <= NINE || !RADIX.test(text)))
        return value;
    }
  }
  return readDressed(text, decimal);
}

const RADIX = /^\s*[-+]?0[xob]/i;
const DRESSED =
  /^(?<open>\()?\s*(?<sign>[-+\u2212])?\s*(?:\p{Sc}|[A-Z]{3}|kr\.?|Fr\.?)?\s*(?<sign2>[-+\u2212])?\s*(?<digits>[\d., '\u00a0\u202f\u2019]*\d[.,]?)(?<exponent>[eE][-+]?\d{1,3})?\s*(?:\p{Sc}|[A-Z]{3}|kr\.?|Fr\.?)?\s*(?<after>-)?(?<close>\))?$/u;
const GROUPED_POINT = /^\d{1,3}(?:([, '\u00a0\u202f\u2019])\d{3})(?:\1\d{3})*(?:\.\d*)?$/;
const GROUPED_COMMA = /^\d{1,3}(?:([. '\u00a0\u202f\u2019])\d{3})(?:\1\d{3})*(?:,\d*)?$/;
const PLAIN_POINT = /^\d*(?:\.\d*)?$/;
const PLAIN_COMMA = /^\d*(?:,\d*)?$/;

function readDressed(text: string, decimal: DecimalMark): number | undefined {
  const parts = DRESSED.exec(text)?.groups;
  if (parts === undefined || (parts['open'] === undefined) !== (parts['close'] === undefined))
    return undefined;
  const digits = parts['digits']!;
  const [plain, grouped] = decimal === '.' ? [PLAIN_POINT, GROUPED_POINT] : [PLAIN_COMMA, GROUPED_COMMA];
  if (!plain.test(digits) && !grouped.test(digits)) return undefined;
  const bare = digits
    .replaceAll(decimal === '.' ? /[, '\u00a0\u202f\u2019]/g : /[. '\u00a0\u202f\u2019]/g, '')
    .replace(',', '.');
  const value = Number(bare + (parts['exponent'] ?? ''));
  if (!Number.isFinite(value)) return undefined;
  const signs = [parts['sign'], parts['sign2'], parts['after']].filter((sign) => sign !== undefined);
  if (signs.length + (parts['open'] === undefined ? 0 : 1) > 1) return undefined;
  return parts['open'] !== undefined || signs[0] === '-' || signs[0] === '\u2212' ? -value : value;
}
