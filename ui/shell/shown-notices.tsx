import '@mantine/core/styles/Notification.css';
import '@mantine/notifications/styles.css';
import { Notifications } from '@mantine/notifications';
import type { ReactNode } from 'react';

const SHOWN_MS = 5_000;

/** The notices in the corner. */
export function ShownNotices(): ReactNode {
  return <Notifications position="bottom-right" autoClose={SHOWN_MS} />;
}
