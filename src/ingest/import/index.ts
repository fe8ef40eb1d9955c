export { IMPORT_USAGE, type ImportCommandDeps, importCommand } from './cli.ts';
export { type Guess, guessMap } from './guess/guess.ts';
export { createImports, type Imports, type ImportsDeps } from './imports.ts';
export type { Job, JobOrder, JobStatus } from './job.ts';
export { type ImportMap, parseMap } from './map/map.ts';
export { type ImportFile, type OpenFile, openFile } from './read/file.ts';
export { openRows } from './read/open.ts';
export { importRoutes } from './routes.ts';
export { type ImportSource, type RunOptions, type RunOutcome, runImport } from './run.ts';
