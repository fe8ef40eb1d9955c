export { type Checkpoint, readCheckpoint } from './checkpoint.ts';
export { appendGuarded, appendPatiently, startChores, trimLog } from './chores.ts';
export type { OrderOutcome } from './order.ts';
export { type Block, readBlock } from './outbox.ts';
export { Partition, type PartitionFigures, type PartitionOptions, settingsOf } from './partition.ts';
export { Sink, type SinkFigures } from './sink.ts';
export { personKey } from './working-set.ts';
