import { expect, it } from 'vitest';
import { type FileTable, readTable, takeColumns } from './rows.ts';

const table = (text: string): FileTable => {
  const found = readTable(text);
  if ('fault' in found) throw new Error(`${found.fault} in line ${found.line}`);
  return found;
};

it('reads cells in quotes, whatever separates them, and takes the last row of a key', () => {
  const read = table(
    '\uFEFFsku;buyer;note\r\nA-1;"Lee; Kim";"says ""yes"""\r\nA-2;Mia;\n\nA-1;Ben;\n;Nobody;',
  );
  expect(read.header).toEqual(['sku', 'buyer', 'note']);
  expect(read.rows[0]).toEqual({ line: 2, cells: ['A-1', 'Lee; Kim', 'says "yes"'] });
  const taken = takeColumns(read, 0, [1]);
  expect([...taken.values]).toEqual([
    ['A-1', ['Ben']],
    ['A-2', ['Mia']],
  ]);
  expect(taken.nameless.map(({ line }) => line)).toEqual([6]);
  expect([...taken.repeated].map(([key, { line }]) => [key, line])).toEqual([['A-1', 2]]);
});

it('takes several columns, and counts the cells that give nothing', () => {
  const taken = takeColumns(table('sku,buyer,season\nA-1,Lee,\nA-2,"two\nlines",SS26\nA-3\n'), 0, [1, 2]);
  expect([...taken.values]).toEqual([
    ['A-1', ['Lee', '']],
    ['A-2', ['two\nlines', 'SS26']],
    ['A-3', ['', '']],
  ]);
  expect(taken.emptyCount).toBe(3);
});

it('says at which line a file makes no sense', () => {
  expect(readTable('')).toEqual({ fault: 'no-rows', line: 1 });
  expect(readTable('sku,buyer\n')).toEqual({ fault: 'no-rows', line: 1 });
  expect(readTable('sku,buyer\nA-1,Lee\nA-2,"Mia\nA-3,Kim\n')).toEqual({ fault: 'open-quote', line: 3 });
  expect(readTable('sku,buyer\n"A\n1",Lee\nA-2,Mia,Kim\n')).toEqual({ fault: 'cells', line: 4 });
  expect(readTable('sku,buyer\nA-1,M\uFFFDller\n')).toEqual({ fault: 'encoding', line: 2 });
  expect(readTable('sku,buyer,buyer\nA-1,Lee,Mia\n')).toEqual({ fault: 'same-name', line: 1 });
});
