import { Refusal } from '../../../core/index.ts';
import { holdLog } from '../hold.ts';

// Holds the folder it is given until it is killed, and says so; says the refusal's code when it may not.
try {
  await holdLog(process.argv[2]!);
  console.log('held');
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  console.log(error.code);
}
setInterval(() => undefined, 60_000);
