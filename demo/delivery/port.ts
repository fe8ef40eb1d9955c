import { once } from 'node:events';
import { createServer } from 'node:net';

/** Where a demo listens: on this machine alone. */
const HOST = '127.0.0.1';

/** Throws when another program listens on a port, in words that say what to do. Asked before anything is reset or started. */
export async function refuseTakenPort(port: number): Promise<void> {
  const probe = createServer();
  try {
    probe.listen({ host: HOST, port, exclusive: true });
    await once(probe, 'listening');
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    const why =
      code === 'EADDRINUSE' ? 'is in use by another program' : code === 'EACCES' ? 'needs more rights' : '';
    if (why === '') throw cause;
    throw new Error(`Port ${port} ${why}; choose another with --port.`, { cause });
  }
  probe.close();
  await once(probe, 'close');
}
