import { expect, it } from 'vitest';
import { readTable, valuesOf } from './rows.ts';

it('reads cells in quotes, whatever separates them, and takes the last row of a key', () => {
  const table = readTable(
    '\uFEFFsku;buyer;note\r\nA-1;"Lee; Kim";"says ""yes"""\r\nA-2;Mia;\n\nA-1;Ben;\n;Nobody;',
  );
  expect(table.header).toEqual(['sku', 'buyer', 'note']);
  expect(table.rows[0]).toEqual(['A-1', 'Lee; Kim', 'says "yes"']);
  expect(valuesOf(table, 0, 1)).toEqual({ 'A-1': 'Ben', 'A-2': 'Mia' });
});
