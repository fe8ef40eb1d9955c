import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take minutes. They begin first, so that the end of a run does not wait for one of them alone. Torture is not among them: browsers beside it are more than two cores bear. */
const LONG = [/\/test\/interface\/interface/, /\/src\/operate\/operate/];

class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const rank = ({ moduleId }: TestSpecification): number => {
      const at = LONG.findIndex((pattern) => pattern.test(moduleId));
      return at < 0 ? LONG.length : at;
    };
    return sorted.toSorted((a, b) => rank(a) - rank(b));
  }
}

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'demo/**/*.test.ts', 'test/**/*.test.ts', 'ui/**/*.test.ts'],
    // chDB crashes the process at exit when it was loaded in a worker thread; forks are whole processes.
    pool: 'forks',
    maxWorkers: 2,
    sequence: { sequencer: LongFirst },
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // What is waited for is a state, never a duration: a busy machine may take long to get there.
    expect: { poll: { timeout: 30_000 } },
  },
});
