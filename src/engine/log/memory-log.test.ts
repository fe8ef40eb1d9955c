import { logContract } from './log.contract.ts';
import { createMemoryLog } from './memory-log.ts';

const DISK = 'A log in memory is gone when it is closed.';
const BACKUP = 'A log in memory writes no files.';

logContract('in memory', async (options) => createMemoryLog(options), {
  skip: [
    { test: 'appends go on while a long stretch is trimmed', reason: 'A trim in memory takes no time.' },
    { test: 'a log that is opened again has every record, its bounds and its next position', reason: DISK },
    { test: 'a backup taken under load opens as a log without gaps up to some moment', reason: BACKUP },
    { test: 'a backup into a folder with something in it is refused', reason: BACKUP },
  ],
});
