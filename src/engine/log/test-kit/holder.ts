import { Refusal } from '../../../core/index.ts';
import { holdFolder } from '../hold.ts';

// Holds the folder it is given until it is killed, and says so; says the refusal's code when it may not.
try {
  await holdFolder(process.argv[2]!);
  console.log('held');
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  console.log(error.code);
}
setInterval(() => undefined, 60_000);
