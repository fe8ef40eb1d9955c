import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { person } from '../../demo/index.ts';
import { openShop, type Shop, VISIBLE_MS_MAX } from '../app.ts';

interface AudienceAnswer {
  readonly id: string;
  readonly size: number;
  readonly evaluated: string;
  readonly versionInForce: number | null;
  readonly progress?: { readonly stage: string; readonly share: number };
}

const HOUR = 3_600_000;

describe('audiences', () => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop();
  });
  afterAll(() => shop.close());

  /** Waits until the audience is complete. */
  async function complete(id: string): Promise<AudienceAnswer> {
    const until = Date.now() + VISIBLE_MS_MAX;
    for (;;) {
      const { body } = await shop.get<AudienceAnswer>(`/api/audiences/${id}`);
      if (body.evaluated !== 'not' && !body.progress) return body;
      if (Date.now() > until) throw new Error(`not complete: ${JSON.stringify(body)}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  /** Somebody of this name, with a number of her own; "ago" counts from this moment. */
  const shopper = (name: string) =>
    person({ now: Date.now() + shop.clock.offsetMs, name, number: name.charCodeAt(0) });
  const yoga = { category: 'Yoga', revenue: 50 };
  const repeatBuyers = { did: { event: 'Order Completed' }, in: { last: '30d' }, times: { atLeast: 2 } };

  it('take in who matched before they were set up, told apart from who comes later', async () => {
    const ann = shopper('ann').ordered(2, { ...yoga, every: '39h' });
    await shop.send([...ann.lapsed('1h').natives(), ...shopper('bea').ordered(1, yoga).natives()]);
    const { status } = await shop.put('/api/audiences/repeat', {
      name: 'Repeat buyers',
      condition: repeatBuyers,
    });
    expect(status).toBe(200);
    const complete1 = await complete('repeat');
    expect(complete1).toMatchObject({ size: 1, evaluated: 'live', versionInForce: 1 });
    expect((await shop.person('user:ann')).audiences).toMatchObject({
      repeat: { how: 'back-fill', version: 1 },
    });
    await shop.send(shopper('bea').ordered(2, yoga).lapsed('1m').natives().slice(1));
    expect((await shop.person('user:bea')).audiences).toMatchObject({ repeat: { how: 'live' } });
    const { body } = await shop.get<{ members: { person: number }[] }>('/api/audiences/repeat/members');
    expect(body.members).toHaveLength(2);
    const csv = await shop.get<string>('/api/audiences/repeat/members.csv');
    expect(csv.body.split('\n')).toHaveLength(4);
  });

  it('say how many a condition would have, and why somebody is in', async () => {
    const condition = {
      did: { event: 'Order Completed', products: [{ product: 'category', text: { is: 'Yoga' } }] },
    };
    const { body } = await shop.post<{ people: number; sample: number[] }>('/api/audiences/estimate', {
      condition,
    });
    expect(body).toMatchObject({ people: 2 });
    expect(body.sample).toHaveLength(2);
    const ann = await shop.person('user:ann');
    const why = await shop.get<object>(`/api/audiences/repeat/people/${ann.id}`);
    expect(why.body).toMatchObject({
      isMember: true,
      explanation: { head: 'did', isMet: true, found: { value: 2 } },
    });
  });

  it('show what was written and why they are paused when what they build on goes', async () => {
    const city = { attribute: 'city', text: { is: 'Bern' } };
    const parts = [{ id: 'x', name: 'X', share: 0.5 }];
    const set = { from: 'repeat', exclude: ['from-bern'] };
    await shop.put('/api/audiences/from-bern', { name: 'From Bern', condition: city });
    await shop.put('/api/audiences/others', { name: 'Others', set, split: { parts } });
    await complete('others');
    const gone = await fetch(`${shop.url}/api/audiences/from-bern?force=true`, { method: 'DELETE' });
    expect(gone.status).toBe(200);
    const condition = { all: [{ member: 'repeat' }, { not: { any: [{ member: 'from-bern' }] } }] };
    const notBecause = expect.stringContaining('audience/from-bern, which is not live');
    expect((await shop.get('/api/audiences/others')).body).toMatchObject({
      ...{ state: 'paused', evaluated: 'not', notBecause, kind: 'set', condition, set, split: { parts } },
      parts: ['others/x'],
    });
    expect((await shop.get('/api/audiences/others%2Fx')).body).toMatchObject({
      ...{ state: 'paused', evaluated: 'not', notBecause, kind: 'part' },
      condition: { all: [{ member: 'others' }, { split: 'others', from: 0, to: 0.5 }] },
    });
    expect((await shop.get('/api/audiences/from-bern')).body).toMatchObject({
      ...{ state: 'archived', evaluated: 'not', condition: city },
    });
  });

  it('are paused when a label takes a field out of conditions, and nobody can ask for it again', async () => {
    const income = { attribute: 'income', number: { above: 5 } };
    const shoes = { event: 'Order Completed', where: [{ property: 'shoe-size', number: { above: 45 } }] };
    await shop.put('/api/audiences/rich', { name: 'Rich', condition: income });
    await shop.put('/api/audiences/rich-too', { name: 'Rich, too', condition: { member: 'rich' } });
    await shop.put('/api/audiences/big-feet', { name: 'Big feet', condition: { did: shoes } });
    await complete('rich-too');
    const labels = (await shop.get<{ document: { labels: object[] } }>('/api/labels')).body.document;
    const label = { name: 'secret', namespaces: [], fields: ['Income', 'shoe_size'], notInConditions: true };
    const publish = (force: boolean) =>
      fetch(`${shop.url}/api/definitions/labels/labels/publish`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'if-match': '*' },
        body: JSON.stringify({ document: { ...labels, labels: [...labels.labels, label] }, force }),
      });
    const refused = await publish(false);
    expect(refused.status).toBe(409);
    expect(await refused.json()).toMatchObject({
      code: 'definition.in-use',
      breaks: [
        { key: 'audience/big-feet', findings: [{ pointer: '/condition/did/where/0/property' }] },
        { key: 'audience/rich', findings: [{ pointer: '/condition/attribute' }] },
        { key: 'audience/rich-too' },
      ],
    });
    expect((await publish(true)).status).toBe(200);
    const notBecause = expect.stringContaining('“income” has the label “secret”');
    expect((await shop.get('/api/audiences/rich')).body).toMatchObject({ state: 'paused', notBecause });
    expect((await shop.get('/api/audiences/rich-too')).body).toMatchObject({ state: 'paused' });
    expect((await shop.put('/api/audiences/rich', { name: 'Rich', condition: income })).status).toBe(422);
    const asked = await shop.post('/api/audiences/estimate', { condition: income });
    expect(asked).toMatchObject({ status: 422, body: { findings: [{ code: 'labels.not-in-conditions' }] } });
    expect((await shop.get('/api/audiences/repeat')).body).toMatchObject({ state: 'live' });
  });

  it('refuse people who are nobody, times that are over and ids that are taken, with the place', async () => {
    await shop.put('/api/audiences/hand', { name: 'By hand', list: true });
    const add = (someone: object, until?: number) =>
      shop.post<object>('/api/audiences/hand/members', {
        ...{ remove: [{ namespace: 'user', value: 'ann' }], add: [someone] },
        ...(until === undefined ? {} : { until }),
      });
    const known = { namespace: 'user', value: 'ann' };
    const code = (answer: { body: object }) => answer.body as { code: string; pointer?: string };
    expect(code(await add({ person: 42 }))).toMatchObject({ code: 'audience.no-person', pointer: '/add/0' });
    expect(code(await add({ namespace: 'star', value: 'x' }))).toMatchObject({
      ...{ code: 'audience.no-identity', pointer: '/add/0' },
      detail: expect.stringContaining('there is no namespace star'),
    });
    expect(code(await add(known, 1_900_000_000))).toMatchObject({ code: 'audience.until-past' });
    const taken = await shop.post<object>('/api/audiences/repeat/snapshots', { id: 'hand' });
    expect(code(taken)).toMatchObject({ code: 'audience.exists', status: 409 });
    expect((await add(known)).status).toBe(200);
  });

  it('keep the old version in force until the new one has its past, and move everybody in one step', async () => {
    await shop.put('/api/audiences/yoga', {
      name: 'Yoga',
      condition: {
        did: { event: 'Order Completed', products: [{ product: 'category', text: { is: 'Yoga' } }] },
      },
    });
    expect(await complete('yoga')).toMatchObject({ size: 2 });
    await shop.put('/api/audiences/yoga', {
      name: 'Yoga',
      condition: { did: { event: 'Order Completed' }, sum: { of: { property: 'revenue' }, above: 1_000 } },
    });
    expect(await complete('yoga')).toMatchObject({ size: 0, versionInForce: 2 });
    await shop.settled();
    const { body } = await shop.get<{ days: object[] }>('/api/audiences/yoga/history');
    expect(body.days).toMatchObject([
      { entered: 2, left: 2, enteredBy: { 'back-fill': 2 }, leftBy: { 'back-fill': 2 }, size: 0 },
    ]);
    const parts = await shop.get<{ parts: object[] }>('/api/audiences/overlap?id=repeat&id=yoga');
    expect(parts.body.parts).toEqual([{ audiences: ['repeat'], people: 2 }]);
  });

  it('let people leave when time passes, within a second, though nothing else happens', async () => {
    await shop.put('/api/audiences/now', {
      name: 'Now',
      condition: { did: { event: 'Seen' }, in: { last: '1min' } },
    });
    await complete('now');
    shop.clock.offsetMs += HOUR;
    await shop.send([{ id: 'seen', name: 'Seen', identities: { user: 'ann' } }]);
    expect((await shop.person('user:ann')).audiences.now).toBeDefined();
    shop.clock.offsetMs += 60_000;
    const moved = performance.now();
    while ((await shop.person('user:ann')).audiences.now) {
      expect(performance.now() - moved).toBeLessThan(1_000);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  });

  it('go on after a restart', async () => {
    await shop.restart();
    expect((await shop.get<AudienceAnswer>('/api/audiences/repeat')).body).toMatchObject({ size: 2 });
    await shop.send(
      shopper('cleo')
        .ordered(2, { ...yoga, every: '1h' })
        .natives(),
    );
    expect((await shop.person('user:cleo')).audiences.repeat).toBeDefined();
  });

  it('refuse a condition with the place of what is wrong', async () => {
    const answer = await shop.put<object>('/api/audiences/bad', {
      name: 'Bad',
      condition: { did: { event: 5 } },
    });
    expect(answer).toMatchObject({ status: 422, body: { code: 'definition.not-valid' } });
    const unknown = await shop.put<object>('/api/audiences/bad', {
      name: 'Bad',
      condition: { member: 'nobody' },
    });
    expect(unknown.status).toBe(422);
  });
});
