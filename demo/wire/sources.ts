/** Where the retailer's events come from: each is a source with a write key of its own. */
export type SourceId =
  | 'web'
  | 'app'
  | 'stores'
  | 'orders'
  | 'crm'
  | 'calls'
  | 'messages'
  | 'ads'
  | 'catalogue';

/** A source as it is to be set up in Rapport. */
export interface SourceSetup {
  readonly id: SourceId;
  readonly name: string;
  /** A channel of core/event.ts. */
  readonly channel: 'web' | 'app' | 'store' | 'order' | 'system' | 'call' | 'message' | 'ad' | 'catalogue';
  /** `segment`: bodies are `{ batch: [...] }` for /v1/batch; `native`: `{ events: [...] }` for /api/events. */
  readonly protocol: 'segment' | 'native';
}

export const SOURCES: readonly SourceSetup[] = [
  { id: 'web', name: 'Web shop', channel: 'web', protocol: 'segment' },
  { id: 'app', name: 'App', channel: 'app', protocol: 'segment' },
  { id: 'stores', name: 'Store tills', channel: 'store', protocol: 'native' },
  { id: 'orders', name: 'Order system', channel: 'order', protocol: 'native' },
  { id: 'crm', name: 'Customer master', channel: 'system', protocol: 'native' },
  { id: 'calls', name: 'Call centre', channel: 'call', protocol: 'native' },
  { id: 'messages', name: 'Mail, SMS and push sender', channel: 'message', protocol: 'native' },
  { id: 'ads', name: 'Advertising reports', channel: 'ad', protocol: 'native' },
  { id: 'catalogue', name: 'Catalogue and stock feed', channel: 'catalogue', protocol: 'native' },
];
