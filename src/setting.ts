/** One setting: the environment variable it is read from, how its text is understood, and what it is without one. */
export interface Setting<T> {
  readonly variable: string;
  readonly default: T;
  /** Throws a sentence that follows the name of the variable: `must be …`. */
  readonly parse: (text: string) => T;
  /** The default and the meaning, as docs/configuration.md shows them. */
  readonly defaultText: string;
  readonly meaning: string;
}

const DURATION_UNITS = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };
const SIZE_UNITS = { KB: 1024, MB: 1024 ** 2, GB: 1024 ** 3, TB: 1024 ** 4 };
const TOKEN_LENGTH_MIN = 16;

/** Any text. */
export function text(variable: string, value: string, meaning: string): Setting<string> {
  return { variable, default: value, defaultText: value, meaning, parse: (given) => given };
}

/** A whole number within bounds. */
export function whole(
  variable: string,
  value: number,
  least: number,
  most: number,
  meaning: string,
): Setting<number> {
  const parse = (given: string): number => {
    const number = /^\d+$/.test(given) ? Number(given) : Number.NaN;
    if (!(number >= least && number <= most))
      throw new Error(`must be a whole number from ${least} to ${most}`);
    return number;
  };
  return { variable, default: value, defaultText: String(value), meaning, parse };
}

function measured(units: Readonly<Record<string, number>>, example: string, least: number) {
  return (given: string): number => {
    const [, digits, unit] = /^(\d+(?:\.\d+)?)\s*([A-Za-z]+)$/.exec(given) ?? [];
    const name = Object.keys(units).find((each) => each.toLowerCase() === unit?.toLowerCase());
    const factor = name === undefined ? undefined : units[name];
    if (factor === undefined)
      throw new Error(`must be a number and a unit (${Object.keys(units).join(', ')}), such as ${example}`);
    const number = Math.round(Number(digits) * factor);
    if (number < least || !Number.isSafeInteger(number)) throw new Error('is out of bounds');
    return number;
  };
}

/** A number of bytes, written with a unit. */
export function size(variable: string, value: string, least: number, meaning: string): Setting<number> {
  const parse = measured(SIZE_UNITS, '512MB', least);
  return { variable, default: parse(value), defaultText: value, meaning, parse };
}

/** A time in ms, written with a unit. */
export function duration(variable: string, value: string, leastMs: number, meaning: string): Setting<number> {
  const parse = measured(DURATION_UNITS, '30d', leastMs);
  return { variable, default: parse(value), defaultText: value, meaning, parse };
}

/** One of a few words. */
export function oneOf<const T extends string>(
  variable: string,
  values: readonly T[],
  value: T,
  meaning: string,
): Setting<T> {
  const parse = (given: string): T => {
    const found = values.find((each) => each === given.toLowerCase());
    if (found === undefined) throw new Error(`must be one of ${values.join(', ')}`);
    return found;
  };
  return {
    variable,
    default: value,
    defaultText: value,
    meaning: `${meaning} One of ${values.join(', ')}.`,
    parse,
  };
}

/** `embedded`, or the URL of a server. */
export function engine(variable: string, protocols: readonly string[], meaning: string): Setting<string> {
  const parse = (given: string): string => {
    if (given === 'embedded') return given;
    // The text itself is not repeated in the fault: it may hold a password.
    const protocol = URL.canParse(given) ? new URL(given).protocol : '';
    if (!protocols.includes(protocol))
      throw new Error(`must be "embedded" or a URL that starts with ${protocols.join('// or ')}//`);
    return given;
  };
  return { variable, default: 'embedded', defaultText: 'embedded', meaning, parse };
}

/** A text that must not be guessed; there is none by default. */
export function secret(variable: string, meaning: string): Setting<string | undefined> {
  const parse = (given: string): string => {
    if (given.length < TOKEN_LENGTH_MIN || /\s/.test(given))
      throw new Error(`must have at least ${TOKEN_LENGTH_MIN} characters and no spaces`);
    return given;
  };
  return { variable, default: undefined, defaultText: '', meaning, parse };
}

/** Texts with commas between; none by default. */
export function list(variable: string, meaning: string): Setting<readonly string[]> {
  const parse = (given: string): string[] =>
    given
      .split(',')
      .map((each) => each.trim())
      .filter((each) => each !== '');
  return { variable, default: [], defaultText: '', meaning, parse };
}

/** The address of a site, `https://…` without a path; none by default. */
export function url(variable: string, meaning: string): Setting<string | undefined> {
  const parse = (given: string): string => {
    const isSite = URL.canParse(given) && /^https?:$/.test(new URL(given).protocol);
    if (!isSite || new URL(given).pathname !== '/')
      throw new Error('must be a URL such as https://rapport.example');
    return new URL(given).origin;
  };
  return { variable, default: undefined, defaultText: '', meaning, parse };
}

/** The issuer of an identity provider: an https address, or one of this machine; none by default. */
export function issuer(variable: string, meaning: string): Setting<string | undefined> {
  const parse = (given: string): string => {
    const url = URL.canParse(given) ? new URL(given) : undefined;
    const isNear = url?.hostname === 'localhost' || url?.hostname === '127.0.0.1';
    if (url?.protocol !== 'https:' && !(url?.protocol === 'http:' && isNear))
      throw new Error('must be a URL such as https://login.example/realms/shop');
    return given;
  };
  return { variable, default: undefined, defaultText: '', meaning, parse };
}

/** Texts with commas between, each of which must be readable; none by default. */
export function pairs(
  variable: string,
  read: (text: string) => unknown,
  meaning: string,
): Setting<readonly string[]> {
  const texts = list(variable, meaning);
  const parse = (given: string): readonly string[] => {
    const found = texts.parse(given);
    for (const each of found) read(each);
    return found;
  };
  return { ...texts, parse };
}
