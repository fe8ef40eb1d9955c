/** What the operator does with the data of a stopped server: check it, copy it, bring it back. */
export { backUpStopped } from './backup.ts';
export { backupCommand, type OperateDeps, restoreCommand, verifyCommand } from './commands.ts';
export { refuseUnfinished, restore } from './restore.ts';
export type { DataConfig } from './stopped.ts';
export { type Verification, verificationText, verify } from './verify.ts';
