import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useWords } from '../language/speech.tsx';

/** A definition by its key: audiences have a page that it leads to, others are named. */
export function DependantLink(props: {
  readonly definition: string;
  readonly names: ReadonlyMap<string, string> | undefined;
}): ReactNode {
  const words = useWords().audiences;
  const at = props.definition.indexOf('/');
  const [kind, id] = [props.definition.slice(0, at), props.definition.slice(at + 1)];
  const kinds: Readonly<Record<string, string>> = words.definitionKinds;
  if (kind !== 'audience')
    return (
      <span>
        {kinds[kind] ?? kind} <span className="mono">{id}</span>
      </span>
    );
  return (
    <Link to="/audiences/$id" params={{ id }}>
      {props.names?.get(id) ?? id}
    </Link>
  );
}
