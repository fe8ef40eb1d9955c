/** The make-believe retailer: for the demo, for tests and for benchmarks. */
export { type Answers, AUDIENCES, answersOf } from './answers.ts';
export {
  type BuilderOptions,
  crowd,
  type OrderWish,
  type PersonBuilder,
  person,
  TEST_NOW,
} from './builders.ts';
export { type AudienceFile, readAudienceFiles } from './definitions/audience-files.ts';
export { readWorkspaceFiles, type WorkspaceFile } from './definitions/workspace-files.ts';
export { type BringUpOptions, type BroughtUp, bringUp } from './delivery/bring-up.ts';
export { putAudiences } from './delivery/put-audiences.ts';
export { putPurposes } from './delivery/put-purposes.ts';
export { putWorkspaces } from './delivery/put-workspaces.ts';
export { openRemote, type Remote } from './delivery/remote.ts';
export { type WriteOptions, type Written, writeDemo } from './files/write-demo.ts';
export { DEFAULT_DEMO, type DemoOptions, demoOptions } from './options.ts';
export { measure, type Plausibility } from './plausibility.ts';
export { openRetailer, type Retailer } from './retailer.ts';
export { type Act, playSarah } from './sarah-acts.ts';
export type { Item } from './stage.ts';
export type { Message, NativeMessage, SegmentMessage } from './wire/message.ts';
export { SOURCES, type SourceId, type SourceSetup } from './wire/sources.ts';
export { makeWorld, type World } from './world/world.ts';
