import { type RefObject, useEffect, useLayoutEffect, useState } from 'react';

/** A part is asked and drawn before it comes into view, so that whoever scrolls on finds it there. */
const AHEAD_PX = 400;

/**
 * Whether an element is, or once was, in view or close to it. A workspace of twelve parts is asked and drawn by what is looked
 * at: all at once would keep the reader from the first of them. Printing asks for all of it; what has not come by then is printed as
 * its shape.
 */
export function useNear(element: RefObject<Element | null>): boolean {
  const [isNear, setNear] = useState(false);
  // Before anything is painted: what is in view at first is never seen without the shape of what will be.
  useLayoutEffect(() => {
    const top = element.current?.getBoundingClientRect().top ?? 0;
    if (top < window.innerHeight + AHEAD_PX) setNear(true);
  }, [element]);
  useEffect(() => {
    if (isNear || !element.current) return;
    const come = (): void => setNear(true);
    const observer = new IntersectionObserver(
      (entries) => entries.some(({ isIntersecting }) => isIntersecting) && come(),
      { rootMargin: `${AHEAD_PX}px` },
    );
    observer.observe(element.current);
    window.addEventListener('beforeprint', come);
    return () => {
      observer.disconnect();
      window.removeEventListener('beforeprint', come);
    };
  }, [isNear, element]);
  return isNear;
}
