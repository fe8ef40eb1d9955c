/** What the operator does with the data: copy it while the server runs or not, check it, bring it back. */
export { backUpStopped } from './backup.ts';
export { backupRoutes } from './backup-routes.ts';
export { type Backups, createBackups } from './backups.ts';
export { backupCommand, type OperateDeps, restoreCommand, verifyCommand } from './commands.ts';
export { refuseUnfinished, restore } from './restore.ts';
export type { DataConfig } from './stopped.ts';
export { type Verification, verificationText, verify } from './verify.ts';
