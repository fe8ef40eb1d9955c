import { createContext } from 'react';
import type { LiveStream } from './live-stream.ts';

/** The live stream of this browser; the start of the interface makes it. */
export const LiveContext = createContext<LiveStream | undefined>(undefined);
