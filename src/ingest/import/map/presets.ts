import { adCosts } from './ad-costs.ts';
import { products, stores } from './catalogue.ts';
import { events } from './events.ts';
import { orderLines } from './order-lines.ts';
import { people } from './people.ts';
import type { Preset } from './preset.ts';

/** What can be imported; a new kind of file is a file here. */
export const PRESETS: readonly Preset[] = [orderLines, events, people, products, stores, adCosts];
