import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useMay } from '../../access/use-me.ts';
import { useWords } from '../../language/speech.tsx';
import { useFormat } from '../../language/use-format.ts';
import { Chip } from '../../parts/chip.tsx';
import { LoadedPages } from '../../parts/loaded-pages.tsx';
import { MenuButton } from '../../parts/menu-button.tsx';
import { Panel } from '../../parts/panel.tsx';
import { PlainTable } from '../../parts/plain-table.tsx';
import { When } from '../../parts/when.tsx';
import styles from '../audiences.module.css';
import { causeText } from '../cause-text.ts';
import { type AudienceDetail, type Member, membersQuery, SHOWN_ATTRIBUTES } from '../queries.ts';

/** Who is in an audience, who entered last first, and everybody as a file. */
export function MembersPanel({ audience }: { readonly audience: AudienceDetail }): ReactNode {
  const words = useWords().audiences;
  const format = useFormat();
  const may = useMay();
  const query = useInfiniteQuery({
    ...membersQuery(audience.id),
    placeholderData: (old, oldQuery) => (oldQuery?.queryKey[2] === audience.id ? old : undefined),
  });
  const members = query.data?.pages.flatMap((page) => page.members) ?? [];
  return (
    <Panel
      title={words.tabs.members}
      note={<Chip>{format.number(audience.size)}</Chip>}
      actions={may('people.export') && <ExportMenu id={audience.id} />}
    >
      <LoadedPages query={query} rows={members} empty={words.noMembers} more={words.more}>
        <MemberTable members={members} />
      </LoadedPages>
    </Panel>
  );
}

function MemberTable({ members }: { readonly members: readonly Member[] }): ReactNode {
  const words = useWords();
  const text = words.audiences;
  return (
    <PlainTable
      heads={[
        words.people.name,
        { text: words.people.person.email, className: styles.wide },
        text.entered,
        text.how,
      ]}
    >
      {members.map((member) => (
        <tr key={member.person}>
          <td>
            <Link to="/people/$id" params={{ id: String(member.person) }}>
              {nameOf(member) ?? words.people.stranger}
            </Link>
          </td>
          <td className={styles.wide}>{textOf(member, 'email') ?? '—'}</td>
          <td>
            <When time={member.enteredAt} />
          </td>
          <td>{causeText(member.how, text)}</td>
        </tr>
      ))}
    </PlainTable>
  );
}

function nameOf(member: Member): string | undefined {
  const first = textOf(member, 'firstName') ?? textOf(member, 'first_name');
  const last = textOf(member, 'lastName') ?? textOf(member, 'last_name');
  const parts = [first, last].filter((part) => part !== undefined).join(' ');
  return parts || textOf(member, 'name') || textOf(member, 'email');
}

function textOf({ attributes }: Member, name: string): string | undefined {
  const value = attributes?.[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** Everybody as a file that the server streams; the browser saves it. */
function ExportMenu({ id }: { readonly id: string }): ReactNode {
  const words = useWords().audiences;
  const query = SHOWN_ATTRIBUTES.map((name) => `attribute=${name}`).join('&');
  const path = `/api/audiences/${encodeURIComponent(id)}/members`;
  return (
    <MenuButton
      target={
        <Button size="xs" variant="default" leftSection={<IconDownload size={14} aria-hidden />}>
          {words.export}
        </Button>
      }
      choices={[
        { label: words.asCsv, download: `${path}.csv?${query}` },
        { label: words.asJsonLines, download: `${path}.jsonl?${query}` },
      ]}
    />
  );
}
