import { useEffect, useState } from 'react';
import { browserTime } from '../browser.ts';

const EVERY_MS = 30_000;

/** The time, for ages such as "3 minutes ago"; moves on every half minute. */
export function useNow(): number {
  const [now, setNow] = useState(() => browserTime());
  useEffect(() => {
    const timer = setInterval(() => setNow(browserTime()), EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}
