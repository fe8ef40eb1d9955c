import { useNotifications } from '@mantine/notifications';
import { lazy, type ReactNode, Suspense, useState } from 'react';

const ShownNotices = lazy(async () => ({ default: (await import('./shown-notices.tsx')).ShownNotices }));

/** What pages tell in passing, in the corner. What shows it is loaded with the first of them. */
export function Notices(): ReactNode {
  const count = useNotifications().notifications.length;
  const [isNeeded, setNeeded] = useState(false);
  if (count > 0 && !isNeeded) setNeeded(true);
  return isNeeded ? (
    <Suspense>
      <ShownNotices />
    </Suspense>
  ) : null;
}
