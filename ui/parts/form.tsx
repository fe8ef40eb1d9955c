import type { ReactNode } from 'react';

/** A form that is handled here: Enter in a field and the button that submits do the same. */
export function Form(props: { readonly onSubmit: () => void; readonly children: ReactNode }): ReactNode {
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        props.onSubmit();
      }}
    >
      {props.children}
    </form>
  );
}
