import { verifyLog } from '../engine/log/index.ts';
import type { State } from '../engine/state/index.ts';
import { readCheckpoint } from '../pipeline/index.ts';
import { type DataConfig, foldersOf, openState, openWarehouse, refuseWithoutLog } from './stopped.ts';
import { checkCheckpoint, type LogEnds, pendingCount } from './verify/checkpoint.ts';
import { checkFacts } from './verify/facts.ts';
import { counted, createFaults, type Finding } from './verify/finding.ts';
import { checkGraph } from './verify/graph.ts';
import { checkPeople } from './verify/people.ts';

/** What became of a check of all data. */
export interface Verification {
  readonly isSound: boolean;
  readonly findings: readonly Finding[];
}

/**
 * Checks the log, the state and the warehouse of a stopped server against each other and changes nothing. Memory is
 * bounded; time grows with the data (about a second for 100,000 events). Refuses with `operate.no-data` (404) and, while a server
 * runs, with `log.in-use`, `state.in-use` or `warehouse.locked` (503).
 */
export async function verify(config: DataConfig): Promise<Verification> {
  await refuseWithoutLog(config);
  const { finding, ends } = await checkLog(foldersOf(config).log);
  const state = await openState(config);
  try {
    const findings = [finding, ...(await checkAgainst(config, state, ends))];
    return { isSound: findings.every((each) => each.faultCount === 0), findings };
  } finally {
    await state.close();
  }
}

async function checkLog(folder: string): Promise<{ finding: Finding; ends: LogEnds }> {
  const { partitions } = await verifyLog(folder);
  const faults = createFaults();
  for (const { partition, damaged, damagedCount } of partitions) {
    for (const position of damaged)
      faults.add(`record ${position} of partition ${partition} is damaged or missing`);
    for (let i = damaged.length; i < damagedCount; i++) faults.add('another record is damaged');
  }
  const ends = partitions[0] ?? { first: 0, next: 0 };
  const bytes = partitions.reduce((sum, partition) => sum + partition.bytes, 0);
  const seen = `${counted(ends.next - ends.first, 'record')} from ${ends.first} on, ${Math.ceil(bytes / 1024 ** 2)} MB`;
  return { finding: faults.finding('log', seen), ends };
}

async function checkAgainst(config: DataConfig, state: State, ends: LogEnds): Promise<Finding[]> {
  const warehouse = await openWarehouse(config);
  try {
    const checkpoint = await readCheckpoint(state);
    const facts = await checkFacts(state, warehouse, checkpoint, ends);
    return [
      checkCheckpoint(checkpoint, ends),
      facts.finding,
      await checkPeople(state, warehouse, checkpoint, facts),
      await checkGraph(state, pendingCount(checkpoint) > 0),
    ];
  } finally {
    await warehouse.close();
  }
}

const PART_WIDTH = 12;

/** The findings as the table that `rapport verify` prints. */
export function verificationText({ isSound, findings }: Verification): string {
  const lines = findings.flatMap(({ part, seen, faultCount, faults }) => [
    `${part.padEnd(PART_WIDTH)}${faultCount === 0 ? 'ok    ' : 'FAULT '} ${seen}`,
    ...faults.map((fault) => `${' '.repeat(PART_WIDTH)}- ${fault}`),
    ...(faultCount > faults.length
      ? [`${' '.repeat(PART_WIDTH)}- and ${faultCount - faults.length} more`]
      : []),
  ]);
  const total = findings.reduce((sum, finding) => sum + finding.faultCount, 0);
  return `${[...lines, isSound ? 'verified' : counted(total, 'fault')].join('\n')}\n`;
}
