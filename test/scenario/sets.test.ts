import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openShop, type Shop, VISIBLE_MS_MAX } from '../app.ts';

interface AudienceAnswer {
  readonly id: string;
  readonly size: number;
  readonly evaluated: string;
  readonly waiting?: number;
  readonly parts: readonly string[];
  readonly usedIn: readonly string[];
  readonly progress?: object;
  readonly ranking?: { readonly asOf: number | null };
}

const DAY = 86_400_000;
const BUYERS = 40;

describe('audiences made of others, of lists and of rankings', () => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop();
    await shop.send(
      Array.from({ length: BUYERS }, (_, i) => ({
        id: `order-${i}`,
        name: 'Order Completed',
        identities: { user: `u${i}` },
        properties: { order_id: `o${i}`, revenue: 10 + i },
      })),
    );
    await shop.send(
      Array.from({ length: BUYERS }, (_, i) => ({
        id: `who-${i}`,
        type: 'identify',
        identities: { user: `u${i}`, email: `u${i}@example.com` },
        properties: { email: `u${i}@example.com`, tier: i % 2 ? 'gold' : 'silver', points: i },
      })),
    );
  });
  afterAll(() => shop.close());

  const audience = async (id: string) =>
    (await shop.get<AudienceAnswer>(`/api/audiences/${encodeURIComponent(id)}`)).body;

  async function until<T>(look: () => Promise<T>, isThere: (found: T) => boolean): Promise<T> {
    const end = Date.now() + VISIBLE_MS_MAX;
    for (;;) {
      const found = await look();
      if (isThere(found)) return found;
      if (Date.now() > end) throw new Error(`not there: ${JSON.stringify(found)}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  const complete = (id: string) =>
    until(
      () => audience(id),
      ({ evaluated, progress }) => evaluated !== 'not' && !progress,
    );
  const size = (id: string, wanted: number) =>
    until(
      () => audience(id),
      (found) => found.size === wanted && !found.progress,
    );
  const put = async (id: string, document: object) => {
    const answer = await shop.put<object>(`/api/audiences/${id}`, document);
    expect(answer).toMatchObject({ status: 200 });
  };
  const upload = async (id: string, csv: string, query = '') => {
    const response = await fetch(`${shop.url}/api/audiences/${id}/uploads${query}`, {
      method: 'POST',
      headers: { 'content-type': 'text/csv' },
      body: csv,
    });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };
  const spent = { did: { event: 'Order Completed' }, sum: { of: { property: 'revenue' }, atLeast: 30 } };

  it('are cut in parts that never change for a person, and follow the whole live', async () => {
    await put('buyers', {
      name: 'Buyers',
      description: 'Everybody who ever bought',
      condition: { did: { event: 'Order Completed' } },
      split: {
        parts: [
          { id: 'control', name: 'Control', share: 0.3 },
          { id: 'test', name: 'Test', share: 0.7 },
        ],
      },
    });
    expect(await complete('buyers')).toMatchObject({ size: BUYERS, evaluated: 'live' });
    const [control, test] = [await complete('buyers/control'), await complete('buyers/test')];
    expect(control.size + test.size).toBe(BUYERS);
    expect(control.size).toBeGreaterThan(0);
    expect((await audience('buyers')).parts).toEqual(['buyers/control', 'buyers/test']);
    const members = async () =>
      (await shop.get<{ members: { person: number }[] }>('/api/audiences/buyers%2Fcontrol/members')).body
        .members;
    await shop.settled();
    const before = await members();
    await shop.send([{ id: 'late', name: 'Order Completed', identities: { user: 'late' } }]);
    expect((await audience('buyers')).size).toBe(BUYERS + 1);
    const late = await shop.person('user:late');
    const both = [late.audiences['buyers/control'], late.audiences['buyers/test']];
    expect(both.filter((each) => each !== undefined)).toHaveLength(1);
    const stayed = (await members()).filter(({ person }) => person !== late.id);
    expect(stayed.map(({ person }) => person)).toEqual(before.map(({ person }) => person));
  });

  it('are unions, overlaps and remainders of others, live', async () => {
    await put('gold', { name: 'Gold', condition: { attribute: 'tier', text: { is: 'gold' } } });
    await put('spenders', { name: 'Spenders', condition: spent });
    await put('gold-spenders', { name: 'Gold spenders', set: { intersect: ['gold', 'spenders'] } });
    await put('either', { name: 'Either', set: { union: ['gold', 'spenders'] } });
    await put('poor-gold', {
      name: 'Gold without spenders',
      set: {
        from: 'gold',
        exclude: ['spenders', { condition: { attribute: 'points', number: { below: 3 } } }],
      },
    });
    await size('gold-spenders', 10);
    await size('either', 30);
    await size('poor-gold', 9);
    expect((await audience('gold')).usedIn).toEqual([
      'audience/either',
      'audience/gold-spenders',
      'audience/poor-gold',
    ]);
    await shop.send([
      { id: 'rich', name: 'Order Completed', identities: { user: 'u3' }, properties: { revenue: 500 } },
    ]);
    await size('poor-gold', 8);
    await size('gold-spenders', 11);
  });

  it('hold people of a file, tell of every row, and wait for those who are not known yet', async () => {
    await put('vip', { name: 'VIP', list: true });
    await complete('vip');
    const csv =
      'name;email\nAnn;U1@example.com\n"B; ea";u2@example.com\n;new@example.com\nX;nonsense\nY;\nZ;"open\n';
    const { status, body } = await upload('vip', csv);
    expect(status).toBe(200);
    expect(body).toMatchObject({ rows: 6, matched: 2, people: 2, unknown: 1, invalid: 3, removed: 0 });
    expect(body.invalidRows).toMatchObject([
      { line: 5 },
      { line: 6 },
      { line: 7, reason: 'A quote opens in this row and never closes.' },
    ]);
    expect(await audience('vip')).toMatchObject({ size: 2, evaluated: 'list', waiting: 1 });
    expect((await shop.get('/api/people?identity=email:new@example.com')).status).toBe(404);
    await shop.send([
      { id: 'new', type: 'identify', identities: { user: 'new', email: 'New@example.com' }, properties: {} },
    ]);
    expect(await size('vip', 3)).not.toHaveProperty('waiting');
    expect((await shop.person('user:new')).audiences.vip).toMatchObject({ how: 'upload' });

    const replaced = await upload('vip', 'email\nu2@example.com\nu7@example.com\n', '?mode=replace');
    expect(replaced.body).toMatchObject({ rows: 2, matched: 2, removed: 2 });
    await size('vip', 2);
    expect(await upload('vip', 'address\nx@example.com\n')).toMatchObject({
      status: 422,
      body: { code: 'audience.no-identity-column' },
    });
    expect(await upload('gold', 'email\nu1@example.com\n')).toMatchObject({
      status: 409,
      body: { code: 'audience.no-list' },
    });
  });

  it('let people of a list go when their time is over, at that moment', async () => {
    await put('guests', { name: 'Guests', list: true });
    await put('guests-with-gold', { name: 'Golden guests', set: { intersect: ['guests', 'gold'] } });
    await complete('guests-with-gold');
    const until = Date.now() + shop.clock.offsetMs + DAY;
    const people = [{ namespace: 'user', value: 'u5' }, { person: (await shop.person('user:u6')).id }];
    expect(await shop.post('/api/audiences/guests/members', { add: people, until })).toMatchObject({
      status: 200,
    });
    await size('guests', 2);
    await size('guests-with-gold', 1);
    shop.clock.offsetMs += DAY + 1;
    await size('guests', 0);
    await size('guests-with-gold', 0);
    await shop.settled();
    const { body } = await shop.get<{ days: { leftBy: object }[] }>('/api/audiences/guests/history');
    expect(body.days.at(-1)).toMatchObject({ left: 2, leftBy: { time: 2 } });
  });

  it('rank people by a number and take the first', async () => {
    await put('top', {
      name: 'Top 5',
      set: 'buyers',
      rank: {
        by: { trait: { did: { event: 'Order Completed' }, measure: 'sum', of: { property: 'revenue' } } },
        order: 'most',
        limit: 5,
      },
    });
    const top = await until(
      () => audience('top'),
      (found) => found.ranking?.asOf !== undefined && found.ranking.asOf !== null,
    );
    expect(top).toMatchObject({ size: 5, evaluated: 'ranking' });
    expect((await shop.person('user:u3')).audiences.top).toMatchObject({ how: 'ranking' });
    expect((await shop.person('user:u35')).audiences.top).toBeUndefined();
    await shop.send([
      {
        id: 'big',
        name: 'Order Completed',
        identities: { user: 'u0' },
        properties: { order_id: 'big', revenue: 900 },
      },
    ]);
    expect((await shop.person('user:u0')).audiences.top).toBeUndefined();
    expect(await shop.post('/api/audiences/top/rankings', {})).toMatchObject({
      status: 200,
      body: { size: 5 },
    });
    expect((await shop.person('user:u0')).audiences.top).toBeDefined();
    expect((await shop.person('user:u36')).audiences.top).toBeUndefined();
    await put('points', {
      name: 'Fewest points',
      set: { union: ['gold'] },
      rank: { by: { attribute: 'points' }, order: 'least', limit: 2 },
    });
    await size('points', 2);
    expect((await shop.person('user:u1')).audiences.points).toBeDefined();
  });

  it('keep who was in at a moment', async () => {
    const before = (await audience('spenders')).size;
    const { status } = await shop.post('/api/audiences/spenders/snapshots', { id: 'spenders-then' });
    expect(status).toBe(200);
    expect(await complete('spenders-then')).toMatchObject({ evaluated: 'list' });
    await size('spenders-then', before);
    await shop.send([
      {
        id: 'more',
        name: 'Order Completed',
        identities: { user: 'u8' },
        properties: { order_id: 'm', revenue: 400 },
      },
    ]);
    await size('spenders', before + 1);
    expect((await audience('spenders-then')).size).toBe(before);
    const again = await shop.post('/api/audiences/spenders/snapshots', { id: 'spenders-then' });
    expect(again).toMatchObject({ status: 409, body: { code: 'audience.exists' } });
  });

  it('page their members, in two orders and with attributes, and stream all of them', async () => {
    interface Page {
      readonly members: { person: number; enteredAt: number; attributes: { points: number } }[];
      readonly next?: string;
    }
    for (const order of ['person', 'entered'] as const) {
      const seen: number[] = [];
      for (let after = ''; ; ) {
        const { body } = await shop.get<Page>(
          `/api/audiences/buyers/members?limit=15&order=${order}&attribute=points${after}`,
        );
        seen.push(...body.members.map(({ person }) => person));
        if (body.next === undefined) break;
        after = `&after=${body.next}`;
      }
      expect(new Set(seen).size).toBe(BUYERS + 1);
      expect(seen).toHaveLength(BUYERS + 1);
      if (order === 'person') expect(seen).toEqual([...seen].sort((a, b) => a - b));
      else expect(seen[0]).toBe((await shop.person('user:late')).id);
    }
    const { body: csv } = await shop.get<string>(
      '/api/audiences/buyers/members.csv?attribute=email&attribute=points',
    );
    const lines = csv.trim().split('\n');
    expect(lines[0]).toBe('person,entered_at,how,version,email,points');
    expect(lines).toHaveLength(BUYERS + 2);
    expect(csv).toContain(',u9@example.com,9\n');
    const response = await fetch(`${shop.url}/api/audiences/buyers/members.jsonl`);
    const found = (await response.text())
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { how: string });
    expect(found).toHaveLength(BUYERS + 1);
    expect(found.filter(({ how }) => how === 'live')).toHaveLength(1);
  });

  it('say what a draft would come to, part by part, and who could be contacted', async () => {
    const condition = {
      all: [{ attribute: 'tier', text: { is: 'gold' } }, { not: { did: { event: 'Nothing' } } }, spent],
    };
    const answer = await shop.post<object>('/api/audiences/estimate', {
      condition,
      parts: true,
      reach: true,
    });
    expect(answer).toMatchObject({ status: 200, body: { isExact: true, reach: { email: { people: 0 } } } });
    const { body } = answer as {
      body: { people: number; of: number; parts: { pointer: string; people: number }[] };
    };
    expect(body.people).toBe((await audience('gold-spenders')).size);
    const counts = Object.fromEntries(body.parts.map(({ pointer, people }) => [pointer, people]));
    expect(counts).toMatchObject({ '/all/0': 20, '/all/1': body.of, '/all/1/not': 0 });
    await shop.send([
      {
        id: 'c1',
        name: 'Consent Updated',
        identities: { user: 'u39' },
        properties: { channel: 'email', state: 'in' },
      },
    ]);
    const set = { intersect: ['gold', 'spenders'] };
    expect(await shop.post('/api/audiences/estimate', { set, reach: true })).toMatchObject({
      body: { reach: { email: { people: 1 }, sms: { people: 0 } } },
    });
    const bad = await shop.post('/api/audiences/estimate', { set: { union: ['gold', 'nobody'] } });
    expect(bad).toMatchObject({
      status: 422,
      body: {
        code: 'definition.not-valid',
        findings: [{ pointer: '/set/union/1', code: 'condition.unknown-audience' }],
      },
    });
  });

  it('answer from a sample of people, with bounds that hold', async () => {
    await shop.app.warehouse.command(
      `insert into events (place, derived, time, received, fragment, person, name, source, channel, properties_text, context_text)
      select 0, number + 1, now64(3) - 3600, now64(3) - 3600, p, sipHash64(intDiv(number, 4)) % 9007199254740991 as p, if(intDiv(number, 4) % 3 = 0, 'Drawn', 'Not Drawn'), 's', 'web', '{}', '{}'
      from numbers(20000)`,
    );
    await until(
      () =>
        shop.post<{ isExact: boolean }>('/api/audiences/estimate', {
          condition: { did: { event: 'Drawn' } },
          mode: 'sample',
        }),
      ({ body }) => !body.isExact,
    );
    const ask = async (condition: object) =>
      (
        await shop.post<{ people: number; low: number; high: number; sampleShare: number }>(
          '/api/audiences/estimate',
          { condition, mode: 'sample' },
        )
      ).body;
    const drawn = 1_667;
    const found = await ask({ did: { event: 'Drawn' } });
    expect(found.sampleShare).toBe(1 / 16);
    expect(found.low).toBeLessThanOrEqual(drawn);
    expect(found.high).toBeGreaterThanOrEqual(drawn);
    const others = await ask({ not: { did: { event: 'Drawn' } } });
    const rest = 3_333 + BUYERS;
    expect(others.low).toBeLessThanOrEqual(rest);
    expect(others.high).toBeGreaterThanOrEqual(rest);
    await shop.app.warehouse.command(`alter table events delete where name in ('Drawn', 'Not Drawn')`);
  });

  it('are not taken from under what builds on them, unless somebody says so', async () => {
    const archive = (query = '') =>
      fetch(`${shop.url}/api/audiences/gold${query}`, { method: 'DELETE' }).then(async (response) => ({
        status: response.status,
        body: (await response.json()) as { code?: string },
      }));
    expect(await archive()).toMatchObject({ status: 409, body: { code: 'definition.in-use' } });
    expect(await archive('?force=true')).toMatchObject({ status: 200 });
    const { body } = await shop.get('/api/audiences/either');
    expect(body).toMatchObject({
      state: 'paused',
      evaluated: 'not',
      notBecause: expect.stringContaining('audience/gold'),
    });
  });

  it('refuse events by which a client would put people into them', async () => {
    const answer = await shop.post(
      '/api/events',
      {
        events: [
          {
            id: 'cheat',
            name: 'List Changed',
            identities: { user: 'u30' },
            properties: { audience: 'vip', until: '2299-12-31T00:00:00.000Z' },
          },
        ],
      },
      shop.writeKey,
    );
    expect(answer.status).toBe(200);
    await shop.settled();
    expect((await shop.person('user:u30')).audiences.vip).toBeUndefined();
  });

  it('are the same after a restart', async () => {
    const ids = ['buyers', 'buyers/control', 'vip', 'top', 'spenders-then'];
    const before = await Promise.all(ids.map((id) => audience(id)));
    await shop.restart();
    const after = await Promise.all(ids.map((id) => audience(id)));
    expect(after.map((each) => [each.id, each.size])).toEqual(before.map((each) => [each.id, each.size]));
  });
});
