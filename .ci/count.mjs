// Prints `passed failed skipped` from the JSON report of vitest: count.mjs <report> <exit status of the run>.
import { existsSync, readFileSync } from 'node:fs';

const [file, status] = process.argv.slice(2);
const report = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { testResults: [] };
const tests = report.testResults.flatMap((suite) => suite.assertionResults.map((test) => test.status));
const count = (...states) => tests.filter((state) => states.includes(state)).length;
// A file that cannot be loaded fails without naming a test.
const brokenFiles = report.testResults.filter(
  (suite) => suite.status === 'failed' && !suite.assertionResults.some((test) => test.status === 'failed'),
).length;
const failed = count('failed') + brokenFiles;
// A run that ended badly (a crash, a time-out, an unhandled error) has failed even if no test did.
console.log(
  count('passed'),
  status !== '0' && failed === 0 ? 1 : failed,
  count('pending', 'skipped', 'todo', 'disabled'),
);
