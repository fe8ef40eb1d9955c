import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe } from 'vitest';
import { analysisTests } from './analysis.ts';
import { analystTests } from './analyst.ts';
import { audienceTests } from './audiences.ts';
import { awayTests } from './away.ts';
import { builderTests } from './builder.ts';
import { catalogTests } from './catalog.ts';
import { diagramTests } from './diagrams.ts';
import { doorTests } from './door.ts';
import { formTests } from './forms.ts';
import { homeTests } from './home.ts';
import { keyboardTests } from './keyboard.ts';
import { nameTests } from './names.ts';
import { peopleTests } from './people.ts';
import { qualityTests } from './quality.ts';
import { setUpTests } from './set-up.ts';
import { setTests } from './sets.ts';
import { settingsTests } from './settings.ts';
import { sheetTests } from './sheet.ts';
import { CHROMIUM, openStage, type Stage } from './stage.ts';

const START_MS_MAX = 240_000;

// One server and one browser for all; the first tests make the owner, whom the others sign in as.
describe.skipIf(!existsSync(CHROMIUM))('the interface (needs Chromium)', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  }, START_MS_MAX);
  afterAll(() => stage?.close());

  doorTests(() => stage);
  // Before the others add visits and orders.
  sheetTests(() => stage);
  homeTests(() => stage);
  awayTests(() => stage);
  peopleTests(() => stage);
  audienceTests(() => stage);
  analysisTests(() => stage);
  analystTests(() => stage);
  catalogTests(() => stage);
  builderTests(() => stage);
  setTests(() => stage);
  diagramTests(() => stage);
  nameTests(() => stage);
  settingsTests(() => stage);
  setUpTests(() => stage);
  formTests(() => stage);
  keyboardTests(() => stage);
  qualityTests(() => stage);
});
