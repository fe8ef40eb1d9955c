import { openLmdbLog } from './lmdb-log.ts';
import { logContract } from './log.contract.ts';

logContract('LMDB with LZ4', (options) => openLmdbLog({ ...options, roomBytesMin: 0 }));
logContract('LMDB uncompressed', (options) =>
  openLmdbLog({ ...options, compression: 'none', roomBytesMin: 0 }),
);
