import type { Icon } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { rootRouteId, useRouteContext } from '@tanstack/react-router';
import { useMay } from '../access/use-me.ts';
import { SECTIONS as SETUP_SECTIONS, type Section as SetupSection } from '../analysis/setup/sections.ts';
import { useSpeech } from '../language/speech.tsx';
import { SECTIONS as SETTINGS_SECTIONS, type Section as SettingsSection } from '../settings/sections.ts';
import { hasWords } from './has-words.ts';
import { type NavigationEntry, navigationFor } from './pages.ts';

/** A page by its title; what is below another says where it is. */
interface FoundPage {
  readonly to: NavigationEntry['to'] | SettingsSection['to'] | `/analysis/${SetupSection}`;
  readonly title: string;
  readonly detail?: string;
  readonly icon?: Icon;
}

/** The pages that a text names: those of the navigation, and, as soon as something is typed, what lies below them. */
export function useFoundPages(text: string): readonly FoundPage[] {
  const { words } = useSpeech();
  const may = useMay();
  const { texts } = useRouteContext({ from: rootRouteId });
  const isAsked = text !== '';
  // The titles come with the texts of analysis and the settings, which nobody loads who never searches.
  const { isSuccess: hasTitles } = useQuery({
    queryKey: ['texts', 'of titles'],
    queryFn: async () => {
      await texts.need('analysis', 'settings');
      return true;
    },
    staleTime: Number.POSITIVE_INFINITY,
    enabled: isAsked,
  });
  const pages: FoundPage[] = navigationFor(may)
    .flatMap(({ entries }) => entries)
    .map(({ to, title, icon }) => ({ to, title: title(words), icon }));
  if (!isAsked) return pages;
  if (hasTitles && may('analytics.read'))
    for (const section of SETUP_SECTIONS)
      pages.push({
        to: `/analysis/${section}`,
        title: words.setup.sections[section],
        detail: words.shell.nav.analysis,
      });
  for (const { to, title, permission } of SETTINGS_SECTIONS)
    if (hasTitles && may(permission))
      pages.push({ to, title: title(words.settings), detail: words.shell.nav.settings });
  return pages.filter(({ title, detail = '' }) => hasWords(`${title} ${detail}`, text));
}
