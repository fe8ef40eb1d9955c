import { NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useWords } from '../../language/speech.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Panel } from '../../parts/panel.tsx';
import { settingsQuery } from '../queries.ts';
import { SettingForm, useDraft } from '../setting-form.tsx';
import styles from '../settings.module.css';
import { useSaveSettings, type WorkspaceSettings } from '../use-save-settings.ts';
import { ReportingPanel } from './reporting-panel.tsx';

/** Time zone, currency, country and the length of a session. */
export function GeneralSection(): ReactNode {
  const words = useWords().settings;
  const query = useQuery(settingsQuery);
  return (
    <>
      <Panel title={words.section.general}>
        <Loaded query={query}>
          {(settings) => (
            <GeneralForm key={JSON.stringify(settings)} settings={settings as WorkspaceSettings} />
          )}
        </Loaded>
      </Panel>
      <ReportingPanel />
    </>
  );
}

type General = Pick<WorkspaceSettings, 'timeZone' | 'currency' | 'country' | 'sessionPauseMs'>;

const MINUTE_MS = 60_000;
const PAUSE_MINUTES_MAX = 1_440;

function GeneralForm({ settings }: { readonly settings: WorkspaceSettings }): ReactNode {
  const words = useWords().settings.general;
  const { timeZone, currency, country, sessionPauseMs } = settings;
  const saved: General = { timeZone, currency, country, sessionPauseMs };
  const { draft, setDraft, form } = useDraft(saved, useSaveSettings());
  const change = (part: Partial<General>): void => setDraft({ ...draft, ...part });
  const zones = [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone'), timeZone])];
  return (
    <SettingForm {...form}>
      <div className={styles.form}>
        <NativeSelect
          label={words.timeZone}
          description={words.timeZoneHint}
          data={zones}
          value={draft.timeZone}
          onChange={(event) => change({ timeZone: event.currentTarget.value })}
        />
        <NativeSelect
          label={words.currency}
          description={words.currencyHint}
          data={Intl.supportedValuesOf('currency')}
          value={draft.currency}
          onChange={(event) => change({ currency: event.currentTarget.value })}
        />
        <TextInput
          label={words.country}
          description={words.countryHint}
          pattern="[A-Z]{2}"
          maxLength={2}
          required
          value={draft.country}
          onChange={(event) => change({ country: event.currentTarget.value.toUpperCase() })}
        />
        <TextInput
          type="number"
          label={words.pause}
          description={words.pauseHint}
          min={1}
          max={PAUSE_MINUTES_MAX}
          value={draft.sessionPauseMs / MINUTE_MS}
          onChange={(event) => change({ sessionPauseMs: Number(event.currentTarget.value) * MINUTE_MS })}
        />
      </div>
    </SettingForm>
  );
}
