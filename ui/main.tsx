import '@fontsource-variable/inter/wght.css';
import './theme/mantine.css';
import './theme/global.css';
import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { api } from './api/client.ts';
import { createQueries, SESSION_KEY } from './api/query-client.ts';
import { createTexts } from './language/dictionaries.ts';
import { preferredLanguage } from './language/preferred-language.ts';
import { SpeechProvider } from './language/speech.tsx';
import { LiveContext } from './live/live-context.ts';
import { createLiveStream } from './live/live-stream.ts';
import { createAppRouter } from './router.tsx';
import { Notices } from './shell/notices.tsx';
import { resolveVariables, theme } from './theme/theme.ts';

const root = document.getElementById('root');
if (!root) throw new Error('the page has no root');
const language = preferredLanguage();
const texts = createTexts();
const words = await texts.load(language);
const queries = createQueries();
/** Whoever asks who is signed in shows the way back in when it is nobody any more. */
const lookWhoIsIn = (): void => void queries.invalidateQueries({ queryKey: SESSION_KEY });
api.use({ onResponse: ({ response }) => void (response.status === 401 && lookWhoIsIn()) });
const live = createLiveStream(lookWhoIsIn);
const router = createAppRouter(queries, texts);
const schemes = localStorageColorSchemeManager({ key: 'rapport-scheme' });

createRoot(root).render(
  <StrictMode>
    <MantineProvider
      theme={theme}
      cssVariablesResolver={resolveVariables}
      colorSchemeManager={schemes}
      defaultColorScheme="auto"
    >
      <QueryClientProvider client={queries}>
        <SpeechProvider texts={texts} first={language} firstWords={words}>
          <Notices />
          <LiveContext value={live}>
            <RouterProvider router={router} />
          </LiveContext>
        </SpeechProvider>
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
