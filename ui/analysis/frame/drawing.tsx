import { Skeleton, Stack } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense, use, useCallback, useState } from 'react';
import { lookOf, type QuestionPart } from '../document.ts';
import { changePart } from '../edit.ts';
import { queryWith } from '../inherit.ts';
import type { AnyPartKind, Opened } from '../part-kind.ts';
import { ask } from '../queries.ts';
import { useWorkbench } from '../workspace/workbench.ts';
import { type Drawn, GivenAnswers } from './use-answer.ts';

const NumberMenu = lazy(async () => ({ default: (await import('../number/number-menu.tsx')).NumberMenu }));

/** The drawing of a part's answer, and the menu of a number in it that was opened. */
export function Drawing(props: {
  readonly kind: AnyPartKind;
  readonly part: QuestionPart;
  readonly drawn: Drawn;
  readonly partKey: string;
  readonly place: { readonly panel: string; readonly part: string };
  readonly onQuery: (next: (query: Record<string, unknown>) => Record<string, unknown>) => void;
  readonly room: Room;
}): ReactNode {
  const { kind, part, drawn, place, onQuery } = props;
  const { isFixed, change } = useWorkbench();
  const isShared = use(GivenAnswers) !== undefined;
  const [opened, setOpened] = useState<{ readonly what: Opened; readonly anchor: Element }>();
  const client = useQueryClient();
  const { View } = kind;
  const { asked } = drawn;
  const askMore = useCallback(
    async (query: object, signal?: AbortSignal) =>
      (await ask(client, kind.question, queryWith(query, asked), signal)).answer,
    [client, kind.question, asked],
  );
  return (
    <Suspense fallback={<Shape room={props.room} />}>
      <View
        id={props.partKey.replaceAll(/[^A-Za-z0-9-]/g, '-')}
        query={drawn.query}
        answer={drawn.answer}
        about={drawn.about}
        asked={asked}
        look={lookOf(part)}
        isFixed={isFixed}
        onQuery={onQuery}
        onLook={(look) => change(changePart(place, (found) => ({ ...found, look })))}
        onOpen={(what, anchor) => {
          // Nothing can be asked in a shared view.
          if (!isShared) setOpened({ what, anchor });
        }}
        ask={askMore}
      />
      {opened && (
        <Suspense>
          <NumberMenu
            opened={opened.what}
            anchor={opened.anchor}
            place={place}
            part={part}
            kind={kind}
            drawn={drawn}
            onClose={() => setOpened(undefined)}
          />
        </Suspense>
      )}
    </Suspense>
  );
}

/** The height that is kept free for a drawing, so that nothing moves when it comes. */
interface Room {
  readonly minHeight: number;
}

/** The shape of what will be. */
export function Shape({ room }: { readonly room: Room }): ReactNode {
  return (
    <Stack gap={10} py={6} style={room}>
      <Skeleton height={20} width="50%" />
      <Skeleton height={96} />
    </Stack>
  );
}
