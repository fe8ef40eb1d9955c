export { type Checkpoint, readCheckpoint } from './checkpoint.ts';
export { appendGuarded, appendPatiently, startChores, trimLog } from './chores.ts';
export { settingsOf } from './judge.ts';
export { personKey, readTimer, timerKey } from './keys.ts';
export type { OrderOutcome } from './order.ts';
export { type Block, readBlock, textLines } from './outbox.ts';
export { Partition, type PartitionFigures, type PartitionOptions } from './partition.ts';
export { Sink, type SinkFigures } from './sink.ts';
export { startTicks } from './ticks.ts';
