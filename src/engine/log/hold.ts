import { refusal } from '../../core/index.ts';
import { holdFolder } from '../folder/index.ts';

/** Takes the folder of a log for this process alone and returns how to let it go; refuses with `log.in-use` (503). */
export function holdLog(folder: string): Promise<() => Promise<void>> {
  return holdFolder(folder, (pid) =>
    refusal(
      'log.in-use',
      503,
      `The log in ${folder} is open in process ${pid}, here or in another container. Stop that process, or use another data folder.`,
      { detail: { folder, pid } },
    ),
  );
}
