import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useWords } from '../../language/speech.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Panel } from '../../parts/panel.tsx';
import { settingsQuery } from '../queries.ts';
import type { WorkspaceSettings } from '../use-save-settings.ts';
import { IdentityForm } from './identity-form.tsx';

/** Which identities there are, which links hold, and which value of an attribute counts. */
export function IdentitySection(): ReactNode {
  const words = useWords().settings;
  const query = useQuery(settingsQuery);
  return (
    <Panel title={words.section.identity}>
      <Loaded query={query}>
        {(settings) => (
          <IdentityForm key={JSON.stringify(settings)} settings={settings as WorkspaceSettings} />
        )}
      </Loaded>
    </Panel>
  );
}
