/** What a User-Agent says of the machine, in the words of the warehouse; '' where it says nothing. */
export interface Machine {
  /** mobile, tablet, desktop, bot or ''. */
  readonly device: string;
  /** ios, android, windows, macos, chromeos, linux or ''. */
  readonly platform: string;
  /** chrome, safari, firefox, edge, samsung, opera, …, an app with a browser of its own (instagram, facebook), or ''. */
  readonly browser: string;
}

/** Marks of browsers. Most pretend to be others as well, so the one that is named first here counts. */
const BROWSERS: readonly (readonly [mark: string, browser: string])[] = [
  ['Instagram', 'instagram'],
  ['FBAN/', 'facebook'],
  ['FBAV/', 'facebook'],
  ['TikTok', 'tiktok'],
  ['Edg', 'edge'],
  ['OPR/', 'opera'],
  ['SamsungBrowser/', 'samsung'],
  ['DuckDuckGo/', 'duckduckgo'],
  ['YaBrowser/', 'yandex'],
  ['Firefox/', 'firefox'],
  ['FxiOS/', 'firefox'],
  ['CriOS/', 'chrome'],
  ['Chrome/', 'chrome'],
  ['Safari/', 'safari'],
  ['Trident/', 'ie'],
  ['MSIE ', 'ie'],
];
const BOT = /bot\b|crawl|spider|slurp|headless|lighthouse|preview/i;
const SILENT: Machine = { device: '', platform: '', browser: '' };

/**
 * Reads a User-Agent by the marks that browsers leave in it (RFC 9110 section 10.1.5 leaves the form open). An iPad in its
 * usual mode says that it is a Mac, so it counts as one.
 */
export function readUserAgent(agent: string): Machine {
  if (agent === '') return SILENT;
  const platform = platformOf(agent);
  return { device: deviceOf(agent, platform), platform, browser: browserOf(agent) };
}

const REMEMBERED_MAX = 1_000;

/** Reads User-Agents like `readUserAgent`, and remembers those it met: a shop meets few, and reading one takes 1 us. */
export function createAgentReader(): (agent: string) => Machine {
  const known = new Map<string, Machine>();
  return (agent) => {
    const met = known.get(agent);
    if (met) return met;
    // They come from outside.
    if (known.size >= REMEMBERED_MAX) known.clear();
    const machine = readUserAgent(agent);
    known.set(agent, machine);
    return machine;
  };
}

/** The platform that a text names: a User-Agent, or the name of an operating system. */
export function platformOf(text: string): string {
  if (text === '') return '';
  if (/iphone|ipad|ios/i.test(text)) return 'ios';
  if (/android/i.test(text)) return 'android';
  if (/windows/i.test(text)) return 'windows';
  if (/mac ?os|macintosh/i.test(text)) return 'macos';
  if (text.includes('CrOS')) return 'chromeos';
  return /linux|x11/i.test(text) ? 'linux' : '';
}

function deviceOf(agent: string, platform: string): string {
  if (BOT.test(agent)) return 'bot';
  const isPhone = agent.includes('Mobi') || agent.includes('iPhone');
  if (agent.includes('iPad') || agent.includes('Tablet') || (platform === 'android' && !isPhone))
    return 'tablet';
  return isPhone ? 'mobile' : 'desktop';
}

function browserOf(agent: string): string {
  for (const [mark, browser] of BROWSERS) if (agent.includes(mark)) return browser;
  return '';
}
