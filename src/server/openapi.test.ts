import { Type } from 'typebox';
import { describe, expect, it } from 'vitest';
import { createLive } from './live.ts';
import { createLogger } from './logger.ts';
import { createMetrics } from './metrics.ts';
import { openapiContract, openapiFaults } from './openapi.contract.ts';
import { createServer } from './server.ts';

function open() {
  const app = createServer({
    host: '127.0.0.1',
    version: '1.2.3',
    logger: createLogger('silent'),
    metrics: createMetrics({ process: false }),
    live: createLive({ topics: ['events'] }),
  });
  const schema = {
    operationId: 'readThing',
    summary: 'One thing',
    tags: ['thing'],
    params: Type.Object({ id: Type.String() }),
    response: { 200: Type.Object({ id: Type.String() }, { description: 'The thing' }) },
  };
  app.get('/api/things/:id', { schema, config: { permission: 'catalog.read' } }, async () => ({ id: 'a' }));
  return app;
}

openapiContract('a server with one route of its own', open);

describe('the OpenAPI document', () => {
  it('describes refusals once, and points to them from every operation', async () => {
    const document = (await open().inject('/openapi.json')).json();
    expect(document).toMatchObject({ openapi: '3.1.0', info: { title: 'Rapport', version: '1.2.3' } });
    expect(Object.keys(document.paths).sort()).toEqual([
      '/api/live',
      '/api/things/{id}',
      '/health',
      '/metrics',
    ]);
    expect(document.paths['/api/things/{id}'].get.responses).toMatchObject({
      200: { content: { 'application/json': { schema: { type: 'object', required: ['id'] } } } },
      '4XX': { $ref: '#/components/responses/Problem' },
    });
    expect(document.paths['/api/things/{id}'].get.security).toEqual([{ session: [] }, { token: [] }]);
    expect(document.paths['/health'].get.security).toEqual([]);
    expect(document.components.schemas.Problem.required).toEqual([
      'type',
      'title',
      'status',
      'detail',
      'code',
    ]);
  });

  it('is found wanting when an operation lacks its name, repeats one, or points nowhere', () => {
    const operation = {
      operationId: 'a',
      summary: 'x',
      tags: ['x'],
      responses: { 200: { $ref: '#/nowhere' }, '4XX': {} },
    };
    const faults = openapiFaults({
      openapi: '3.1.0',
      info: { title: 'x', version: '1' },
      paths: { '/a/{id}': { get: operation }, '/b': { get: operation, post: {} } },
    });
    expect(faults).toEqual([
      'GET /a/{id}: its path has {id} but it describes {}',
      'GET /b: has the operationId of GET /a/{id}',
      'POST /b: no operationId in camelCase',
      'POST /b: no summary',
      'POST /b: no tags',
      'POST /b: no answer for mistakes',
      'POST /b: no good answer',
      '#/nowhere points nowhere',
    ]);
  });
});
