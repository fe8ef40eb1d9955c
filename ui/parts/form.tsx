import { type ReactNode, useEffect, useId, useState } from 'react';
import { createPortal } from 'react-dom';
import { useWords } from '../language/speech.tsx';
import { type Field, placeOf, type Wrong, wrongIn } from './wrong-fields.ts';

/**
 * A form that is handled here: Enter in a field and the button that submits do the same. What a field requires (`required`,
 * `pattern`, `min`, `type` …) is said below it, in the language of the reader, and nothing is submitted until it is put right.
 */
export function Form(props: { readonly onSubmit: () => void; readonly children: ReactNode }): ReactNode {
  const words = useWords().shell.wrong;
  const [wrong, setWrong] = useState<readonly Wrong[]>([]);
  const right = (field: EventTarget): void => setWrong((all) => all.filter((each) => each.field !== field));
  return (
    <form
      noValidate
      onChange={(event) => right(event.target)}
      onSubmit={(event) => {
        event.preventDefault();
        const found = wrongIn(event.currentTarget, words);
        setWrong(found);
        if (found[0]) found[0].field.focus();
        else props.onSubmit();
      }}
    >
      {props.children}
      {wrong.map(({ field, sentence }) =>
        createPortal(<Fault field={field} sentence={sentence} />, placeOf(field), sentence),
      )}
    </form>
  );
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
