import type { Source } from './source.ts';

/** Where a client reaches us: `https`, `events.shop.example:8443`. */
export interface Origin {
  readonly protocol: string;
  readonly host: string;
}

/**
 * The settings that analytics.js (analytics-next) loads before its first event. Exactly one integration, ours: any other
 * makes it load legacy bundles. Metrics are off and every host is ours, so nothing leaves for a third party.
 */
export function segmentSettings(source: Source, origin: Origin): object {
  return {
    integrations: {
      'Segment.io': {
        apiKey: source.writeKey,
        apiHost: `${origin.host}/v1`,
        protocol: origin.protocol,
        versionSettings: { version: '4.4.7', componentTypes: ['browser'] },
        unbundledIntegrations: [],
        addBundledMetadata: false,
      },
    },
    plan: {
      track: { __default: { enabled: true, integrations: {} } },
      identify: { __default: { enabled: true } },
      group: { __default: { enabled: true } },
    },
    edgeFunction: {},
    analyticsNextEnabled: true,
    middlewareSettings: {},
    enabledMiddleware: {},
    metrics: { sampleRate: 0, host: `${origin.host}/v1` },
    legacyVideoPluginsEnabled: false,
    remotePlugins: [],
  };
}

/** The answer of RudderStack's control plane: no destinations in the browser, no statistics to their hosts. */
export function rudderSourceConfig(source: Source, updatedAt: string): object {
  return {
    source: {
      id: source.id,
      name: source.name,
      writeKey: source.writeKey,
      config: { statsCollection: { errors: { enabled: false }, metrics: { enabled: false } } },
      enabled: source.enabled,
      workspaceId: 'rapport',
      destinations: [],
      connections: [],
      dataplanes: {},
      updatedAt,
    },
    updatedAt,
  };
}
