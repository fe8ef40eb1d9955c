import type { ReactNode } from 'react';
import { useWrong } from './use-wrong.tsx';

/**
 * A form that is handled here: Enter in a field and the button that submits do the same. What a field requires (`required`,
 * `pattern`, `min`, `type` …) is said below it, in the language of the reader, and nothing is submitted until it is put right.
 */
export function Form(props: { readonly onSubmit: () => void; readonly children: ReactNode }): ReactNode {
  const { check, right, faults } = useWrong();
  return (
    <form
      noValidate
      onChange={(event) => right(event.target)}
      onSubmit={(event) => {
        event.preventDefault();
        if (check(event.currentTarget)) props.onSubmit();
      }}
    >
      {props.children}
      {faults}
    </form>
  );
}
