import { type ReactNode, useEffect, useId, useState } from 'react';
import { createPortal } from 'react-dom';
import { useWords } from '../language/speech.tsx';
import { type Field, placeOf, type Wrong, wrongIn } from './wrong-fields.ts';

/** What fields require, held to what they hold. */
export interface Checked {
  /** Whether all fields within hold what they require; else it is said below them, and the first gets the focus. */
  readonly check: (around: Element) => boolean;
  /** A field was changed: what was wrong with it is not said any more. */
  readonly right: (field: EventTarget) => void;
  /** Other things stand in all fields now. */
  readonly forget: () => void;
  /** The sentences, each of which stands below its field; to be put anywhere. */
  readonly faults: ReactNode;
}

/** Says below each field what it requires (`required`, `pattern`, `min`, `type` …), in the language of the reader. */
export function useWrong(): Checked {
  const words = useWords().shell.wrong;
  const [wrong, setWrong] = useState<readonly Wrong[]>([]);
  return {
    check(around) {
      const found = wrongIn(around, words);
      setWrong(found);
      found[0]?.field.focus();
      return found.length === 0;
    },
    right: (field) => setWrong((all) => all.filter((each) => each.field !== field)),
    forget: () => setWrong([]),
    faults: wrong.map(({ field, sentence }) =>
      createPortal(<Fault field={field} sentence={sentence} />, placeOf(field), sentence),
    ),
  };
}

/** What is wrong with a field, below it and told by it. */
function Fault({ field, sentence }: { readonly field: Field; readonly sentence: string }): ReactNode {
  const id = useId();
  useEffect(() => {
    const described = field.getAttribute('aria-describedby');
    field.setAttribute('aria-invalid', 'true');
    field.setAttribute('aria-describedby', [described, id].filter(Boolean).join(' '));
    return () => {
      field.removeAttribute('aria-invalid');
      if (described) field.setAttribute('aria-describedby', described);
      else field.removeAttribute('aria-describedby');
    };
  }, [field, id]);
  return (
    <div id={id} className="fault">
      {sentence}
    </div>
  );
}
