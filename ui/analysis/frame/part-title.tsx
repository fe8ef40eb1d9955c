import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { QuestionPart } from '../document.ts';
import { changePart, type Place } from '../edit.ts';
import type { AnyPartKind, Reading } from '../part-kind.ts';
import { useWorkbench } from '../workspace/workbench.ts';
import { usualTitle } from './part-name.ts';
import { Renamed } from './renamed.tsx';

/** The name of a part; a click lets one write another. Without a name it is called by what it asks. */
export function PartTitle(props: {
  readonly id: string;
  readonly place: Place;
  readonly part: QuestionPart;
  readonly kind: AnyPartKind;
  readonly reading: Reading;
}): ReactNode {
  const { change, isFixed } = useWorkbench();
  const { part, kind, reading } = props;
  const usual = usualTitle(part, kind, reading);
  return (
    <Title order={3} id={props.id} className="ellipsis">
      <Renamed
        name={part.title ?? usual}
        isFixed={isFixed}
        onName={(title) =>
          change(
            changePart(props.place, (found) => {
              if (!('question' in found)) return found;
              const { title: _, ...rest } = found;
              return title === '' || title === usual ? rest : { ...rest, title };
            }),
          )
        }
      />
    </Title>
  );
}
