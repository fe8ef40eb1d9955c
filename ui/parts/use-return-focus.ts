import { useEffect, useState } from 'react';

/** Gives the focus back to where it was when the component appeared, so that a keyboard goes on there. */
export function useReturnFocus(): void {
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      // After the component is gone: what traps the focus would take it again.
      setTimeout(() => {
        if (before instanceof HTMLElement && before.isConnected) before.focus();
      });
    },
    [before],
  );
}
