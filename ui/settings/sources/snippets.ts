import type { Source } from './source.ts';

/** Code that sends a first event, for the three ways in which shops begin. */
export function snippetsOf(
  { writeKey }: Source,
  origin: string,
): Readonly<Record<'browser' | 'server' | 'command', string>> {
  return {
    browser: `<script>
  // Remembers calls until the client is loaded.
  const analytics = (window.analytics = window.analytics || []);
  for (const name of ['page', 'track', 'identify'])
    analytics[name] = (...given) => analytics.push([name, ...given]);
  analytics._cdn = '${origin}';
  analytics.page();
</script>
<script src="${origin}/analytics.js/v1/${writeKey}/analytics.min.js" async></script>`,
    server: `import { Analytics } from '@segment/analytics-node';

const analytics = new Analytics({ writeKey: '${writeKey}', host: '${origin}' });
analytics.track({
  userId: 'u1',
  event: 'Order Completed',
  properties: { order_id: 'o1', total: 59.9, currency: 'EUR' },
});
await analytics.closeAndFlush();`,
    command: `curl ${origin}/v1/track -u '${writeKey}:' -H 'content-type: application/json' \\
  -d '{"userId":"u1","event":"Product Viewed","properties":{"product_id":"p1"}}'`,
  };
}
