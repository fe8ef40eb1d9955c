import { type Settings, SettingsSchema } from '../core/index.ts';
import type { Finding } from './finding.ts';
import type { DefinitionKind } from './kinds.ts';

/** The rules of the workspace that the fold works by. There is one document of it. */
export const settingsKind: DefinitionKind = {
  id: 'settings',
  title: 'Settings',
  schema: SettingsSchema,
  isSingle: true,
  check: (document) => settingsFindings(document as Settings),
};

/** What is wrong with settings that fit their schema. */
export function settingsFindings(settings: Settings): Finding[] {
  const findings: Finding[] = [];
  const names = settings.namespaces.map((namespace) => namespace.name);
  const twice = names.findIndex((name, i) => names.indexOf(name) !== i);
  if (twice >= 0)
    findings.push({
      severity: 'error',
      code: 'settings.namespace-twice',
      pointer: `/namespaces/${twice}/name`,
      message: `Namespace ${names[twice]} is listed twice; remove one.`,
    });
  try {
    new Intl.DateTimeFormat('en', { timeZone: settings.timeZone });
  } catch {
    // Intl throws for names that it does not know; that is what is asked here.
    findings.push({
      severity: 'error',
      code: 'settings.time-zone-unknown',
      pointer: '/timeZone',
      message: `There is no time zone ${settings.timeZone}; use an IANA name such as Europe/Berlin.`,
    });
  }
  return findings;
}
