import { describe, expect, test } from 'vitest';
import { fileOf } from '../import.fixture.ts';
import { openRows } from '../read/open.ts';
import { guessMap } from './guess.ts';

const guess = async (text: string) => guessMap(await openRows(fileOf(text)));

describe('guessing a map', () => {
  test('invoice lines of a wholesaler', async () => {
    const found = await guess(
      'InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n536365,85123A,LAMP,6,01/12/2010 08:26,2.55,17850,UK\n536366,71053,LANTERN,6,13/12/2010 08:26,3.39,17850,UK\nC536379,D,Discount,-1,13/12/2010 09:41,27.5,14527,UK\n',
    );
    expect(found?.map).toEqual({
      preset: 'order-lines',
      order: 'InvoiceNo',
      time: 'InvoiceDate',
      identities: [{ namespace: 'crm', value: 'CustomerID' }],
      product: { product_id: 'StockCode', name: 'Description' },
      quantity: 'Quantity',
      price: 'UnitPrice',
      properties: { country: 'Country' },
      cancelledPrefix: 'C',
      timeFormat: 'D/M/YYYY H:mm',
    });
  });

  test('days and months that cannot be told apart are pointed out', async () => {
    const found = await guess(
      'order_id;order date;e-mail;total\n1;01/02/2024;a@example.com;1.234,50\n2;03/02/2024;b@example.com;7,00\n',
    );
    expect(found?.map).toMatchObject({
      timeFormat: 'D/M/YYYY',
      decimal: ',',
      lineTotal: 'total',
      identities: [{ namespace: 'email' }],
    });
    expect(found?.notes).toContain('The times could be D/M/YYYY or M/D/YYYY; check "timeFormat".');
  });

  test('a click-stream, with the device before the person', async () => {
    const found = await guess('user_id,event,timestamp,device_id\nu,home,2024-03-13 10:21:14,d\n');
    expect(found?.map).toEqual({
      preset: 'events',
      event: 'event',
      time: 'timestamp',
      identities: [
        { namespace: 'anonymous', value: 'device_id' },
        { namespace: 'user', value: 'user_id' },
      ],
      rest: true,
    });
  });

  test.each([
    ['products', 'SKU,Product Name,Price,Category\n1,Lamp,4,Light\n'],
    ['stores', 'Store ID,City\n1,York\n'],
    ['people', 'email,first name,last name\na@example.com,A,B\n'],
  ])('%s', async (preset, text) => {
    expect((await guess(text))?.map.preset).toBe(preset);
  });

  test('a file that looks like nothing we know is not guessed at', async () => {
    expect(await guess('alpha,beta\n1,2\n')).toBeUndefined();
  });
});
