import type { Menu as LibraryMenu } from '@mantine/core';
import { createContext } from 'react';

/** What menus are made of, once it is loaded. */
export const MenuContext = createContext<typeof LibraryMenu | undefined>(undefined);
