import assert from 'node:assert/strict';
import type { HubPage } from '../../../../src/db/hub/client';
import type { HubResult } from '../../../../src/db/hub/error';
import { HubServer, send } from './hubServer';
import { clientOf, kindOf } from './parts';

async function collect(pages: AsyncIterable<HubResult<HubPage>>): Promise<HubResult<HubPage>[]> {
  const all: HubResult<HubPage>[] = [];
  for await (const page of pages) all.push(page);
  return all;
}

describe('the listing of the most downloaded', () => {
  const names = Array.from({ length: 25 }, (_, index) => ({
    id: `owner/model-${index}`,
    downloads: 100 - index,
  }));
  let server: HubServer;

  beforeEach(async () => {
    server = await HubServer.start();
    server.on('/api/models', (request, response) => {
      const query = new URL(request.url ?? '', server.origin).searchParams;
      const from = Number(query.get('cursor') ?? 0);
      // A hub that lists ten at a time, whatever it is asked for.
      const end = Math.min(from + 10, from + Number(query.get('limit')));
      const next = `<${server.origin}/api/models?limit=10&cursor=${end}>; rel="next"`;
      send(response, 200, names.slice(from, end), end < names.length ? { link: next } : {});
    });
  });

  afterEach(() => server.stop());

  const ids = (pages: readonly HubResult<HubPage>[]) =>
    pages.flatMap((page) => (page.ok ? page.value.models.map((model) => model['id']) : []));

  it('goes from page to page until the last', async () => {
    const pages = await collect(clientOf(server.origin).client.topModels(1000));
    assert.deepEqual(
      ids(pages),
      names.map(({ id: name }) => name),
    );
    assert.deepEqual(
      pages.map((page) => page.ok && page.value.cursor),
      ['10', '20', null],
    );
  });

  it('asks for no more than is wanted, most downloaded first', async () => {
    const pages = await collect(clientOf(server.origin).client.topModels(15));
    assert.equal(ids(pages).length, 15);
    const query = new URL(server.asked[1]?.path ?? '', server.origin).searchParams;
    assert.deepEqual(
      [query.get('limit'), query.get('sort'), query.get('direction'), query.get('cursor')],
      ['5', 'downloads', '-1', '10'],
    );
    assert.ok(query.getAll('expand[]').includes('tags'));
  });

  it('goes on where an earlier one stopped', async () => {
    const pages = await collect(clientOf(server.origin).client.topModels(1000, { cursor: '20' }));
    assert.deepEqual(
      ids(pages),
      names.slice(20).map(({ id: name }) => name),
    );
  });

  it('keeps the pages it has when one fails', async () => {
    server.on('/api/models', (request, response, times) =>
      times === 1
        ? send(response, 200, names.slice(0, 10), { link: '</api/models?cursor=10>; rel="next"' })
        : send(response, 400, request.url),
    );
    const pages = await collect(clientOf(server.origin).client.topModels(1000));
    assert.deepEqual(pages.map(kindOf), ['ok', 'server-error']);
  });

  it('leaves the host of the next page to itself: only its cursor is taken', async () => {
    const other = await HubServer.start();
    server.on('/api/models', (_, response, times) =>
      send(response, 200, [{ id: `a/${times}` }], {
        link: `<${other.origin}/api/models?cursor=x${times}>; rel="next"`,
      }),
    );
    const token = () => Promise.resolve('hf_secret');
    await collect(clientOf(server.origin, { token }).client.topModels(3));
    assert.equal(server.asked.length, 3);
    assert.deepEqual(other.asked, []);
    await other.stop();
  });

  it('ends where a hub names the same page again, or an empty one', async () => {
    for (const page of [[{ id: 'a/b' }], []]) {
      const before = server.asked.length;
      server.on('/api/models', (_, response) =>
        send(response, 200, page, { link: '</api/models?cursor=1>; rel="next"' }),
      );
      await collect(clientOf(server.origin).client.topModels(1000));
      assert.ok(server.asked.length - before <= 2);
    }
  });

  it('refuses what is no list', async () => {
    server.json('/api/models', { error: 'x' });
    const pages = await collect(clientOf(server.origin).client.topModels(10));
    assert.deepEqual(pages.map(kindOf), ['wrong-json']);
  });
});
