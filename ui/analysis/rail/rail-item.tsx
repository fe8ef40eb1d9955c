import { ActionIcon } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useWords } from '../../language/speech.tsx';
import { Lines } from '../../parts/loaded.tsx';
import { type Component, carry } from '../model/component.ts';
import type { Model } from '../model/queries.ts';
import { useModel } from '../model/use-names.ts';
import type { Option } from '../pick/options.ts';
import { type Building, useWorkbench } from '../workspace/workbench.ts';
import { PlaceMenu } from './place-menu.tsx';
import styles from './rail.module.css';

const Samples = lazy(async () => ({ default: (await import('./samples.tsx')).Samples }));

/** A component: dragged by its name, put into a panel by its menu; a dimension shows the values that most people have. */
export function RailItem({ option }: { readonly option: Option }): ReactNode {
  const words = useWords().analysis;
  const model = useModel();
  const { build } = useWorkbench();
  const [isOpen, setOpen] = useState(false);
  const { label, component } = option;
  const own = ownOf(component, model);
  return (
    <>
      <li
        className={styles.component}
        data-kind={component.kind}
        draggable
        onDragStart={(event) => carry(event.dataTransfer, component)}
      >
        <span className="ellipsis" title={label}>
          {label}
        </span>
        <span className={styles.tools}>
          {component.kind === 'dimension' && (
            <ActionIcon
              size={24}
              variant="subtle"
              color="gray"
              aria-label={words.valuesOf(label)}
              aria-expanded={isOpen}
              onClick={() => setOpen(!isOpen)}
            >
              {isOpen ? (
                <IconChevronDown size={14} aria-hidden />
              ) : (
                <IconChevronRight size={14} aria-hidden />
              )}
            </ActionIcon>
          )}
          <PlaceMenu
            label={label}
            component={component}
            more={own && build ? [{ label: words.editIt, onChoose: () => build(own) }] : []}
          />
        </span>
      </li>
      {isOpen && component.kind === 'dimension' && (
        <li className={styles.samples}>
          <Suspense fallback={<Lines count={3} />}>
            <Samples dimension={component.id} />
          </Suspense>
        </li>
      )}
    </>
  );
}

/** What people of the shop set up themselves can be worked on. */
function ownOf(component: Component, model: Model): Building | undefined {
  if (component.kind === 'dimension' && component.id.startsWith('derived:'))
    return { kind: 'dimension', id: component.id.slice('derived:'.length) };
  if (component.kind === 'metric' && model.metrics.some(({ id, isSetUp }) => isSetUp && id === component.id))
    return { kind: 'metric', id: component.id };
  if (component.kind === 'segment' && 'segment' in component.segment)
    return { kind: 'segment', id: component.segment.segment };
  return undefined;
}
