import { useRouter } from '@tanstack/react-router';
import { type ReactNode, useEffect, useState } from 'react';
import { Lines } from '../parts/loaded.tsx';
import type { Area } from './dictionaries.ts';

const LINES = 6;

/** Shows what needs the texts of an area that the page around it does not: they come with whoever opens it. */
export function WithTexts(props: { readonly area: Area; readonly children: ReactNode }): ReactNode {
  const { texts } = useRouter().options.context;
  const [isWorded, setWorded] = useState(false);
  useEffect(() => void texts.need(props.area).then(() => setWorded(true)), [texts, props.area]);
  return isWorded ? props.children : <Lines count={LINES} />;
}
