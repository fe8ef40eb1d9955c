import type { Menu } from '@mantine/core';
import { createContext } from 'react';

/** What an item needs of the menu around it: the library's parts, which are loaded with it, and the way to close it. */
export const MenuContext = createContext<
  { readonly library: typeof Menu; readonly close: () => void } | undefined
>(undefined);
