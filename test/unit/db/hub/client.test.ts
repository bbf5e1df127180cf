/** The hub client against a real HTTP server. Statuses and headers are those of the hub's documentation. */
import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import type { HubErrorKind } from '../../../../src/db/hub/error';
import { nodeFetch } from '../../../../src/platform/node/fetch';
import { english } from '../../../../src/shared/message';
import { HubServer, send } from './hubServer';
import { bert, clientOf, kindOf } from './parts';

const bertPath = '/api/models/google-bert/bert-base-uncased';
const id = bert.id;

describe('the hub client', () => {
  let server: HubServer;

  beforeEach(async () => {
    server = await HubServer.start();
  });

  afterEach(() => server.stop());

  it('asks for a model, of the newest revision or a named one', async () => {
    server.json(bertPath, bert);
    server.json(`${bertPath}/revision/refs%2Fpr%2F1`, bert);
    const { client } = clientOf(server.origin);
    const found = await client.modelInfo(id);
    assert.ok(found.ok);
    assert.deepEqual(found.value.json, bert);
    assert.equal(found.value.id, id);
    assert.equal(kindOf(await client.modelInfo(id, { revision: 'refs/pr/1' })), 'ok');
  });

  it('asks for a card', async () => {
    server.on('/google-bert/bert-base-uncased/raw/main/README.md', (_, response) =>
      send(response, 200, '---\nlicense: apache-2.0\n---\n# BERT ü\n'),
    );
    const found = await clientOf(server.origin).client.card(id);
    assert.ok(found.ok && found.value.endsWith('# BERT ü\n'));
  });

  it('sends nothing but the id: no cookie, no path, no word of the code', async () => {
    server.json(bertPath, bert);
    await clientOf(server.origin).client.modelInfo(id);
    const sent = Object.keys(server.asked[0]?.headers ?? {}).sort();
    assert.deepEqual(sent, ['accept', 'accept-encoding', 'connection', 'host', 'user-agent']);
  });

  it('asks only for what has changed, and takes what it knew where nothing has', async () => {
    server.on(bertPath, (request, response) =>
      request.headers['if-none-match'] === 'W/"1"'
        ? response.writeHead(304).end()
        : send(response, 200, bert, { etag: 'W/"1"' }),
    );
    const { client } = clientOf(server.origin);
    const [first, second] = [await client.modelInfo(id), await client.modelInfo(id)];
    assert.ok(first.ok && second.ok);
    assert.deepEqual([first.value.unchanged, second.value.unchanged], [false, true]);
    assert.deepEqual(second.value.json, bert);
  });

  it('does not trust an earlier answer that is damaged', async () => {
    server.json(bertPath, bert, { etag: '"1"' });
    const { client, memory } = clientOf(server.origin);
    await client.modelInfo(id);
    for (const key of memory.keys()) memory.set(key, '{"etag":');
    assert.equal(kindOf(await client.modelInfo(id)), 'ok');
    assert.equal(server.asked[1]?.headers['if-none-match'], undefined);
  });

  const refusals: readonly (readonly [status: number, code: string | null, HubErrorKind])[] = [
    [401, null, 'unauthorised'],
    [401, 'RepoNotFound', 'not-found'],
    [401, 'GatedRepo', 'gated'],
    [403, 'GatedRepo', 'gated'],
    [403, null, 'gated'],
    [404, null, 'not-found'],
    [404, 'RevisionNotFound', 'not-found'],
    [404, 'EntryNotFound', 'not-found'],
    [410, null, 'not-found'],
    [400, null, 'server-error'],
  ];
  for (const [status, code, kind] of refusals) {
    it(`says ${kind} for ${status} ${code ?? ''}`, async () => {
      server.on(bertPath, (_, response) =>
        send(response, status, { error: 'x' }, code ? { 'x-error-code': code } : {}),
      );
      assert.equal(kindOf(await clientOf(server.origin).client.modelInfo(id)), kind);
    });
  }

  it('tells a token that is refused from one that is missing', async () => {
    server.on(bertPath, (_, response) => send(response, 401, {}));
    const without = await clientOf(server.origin).client.modelInfo(id);
    const token = () => Promise.resolve('hf_secret');
    const refused = await clientOf(server.origin, { token }).client.modelInfo(id);
    assert.ok(!without.ok && /needs a token/.test(english(without.error)));
    assert.ok(!refused.ok && /does not accept the token/.test(english(refused.error)));
  });

  it('slows down as the hub asks, in seconds or until a date', async () => {
    const wishes = ['7', 'Sat, 21 Nov 2026 12:00:30 GMT'];
    server.on(bertPath, (_, response, times) => {
      const wish = wishes[times - 1];
      if (wish) send(response, 429, {}, { 'retry-after': wish });
      else send(response, 200, bert);
    });
    const { client, pauses } = clientOf(server.origin);
    assert.equal(kindOf(await client.modelInfo(id)), 'ok');
    assert.deepEqual(pauses, [7000, 30_000]);
  });

  it('does not wait longer than a minute, and says when to come back', async () => {
    server.on(bertPath, (_, response) => send(response, 429, {}, { 'retry-after': '3600' }));
    const { client, pauses } = clientOf(server.origin);
    const answer = await client.modelInfo(id);
    assert.ok(!answer.ok);
    assert.deepEqual([answer.error.kind, answer.error.retryAfter, pauses], ['rate-limited', 3600, []]);
  });

  for (const status of [500, 502, 503, 504]) {
    it(`tries again after ${status}, each time later, and gives up`, async () => {
      server.on(bertPath, (_, response) => send(response, status, 'oops'));
      const { client, pauses } = clientOf(server.origin);
      assert.equal(kindOf(await client.modelInfo(id)), 'server-error');
      assert.deepEqual(pauses, [1000, 2000, 4000]);
      assert.equal(server.times(bertPath), 4);
    });
  }

  it('does not come back at the same moment as all others', async () => {
    server.on(bertPath, (_, response) => send(response, 500, 'oops'));
    const { client, pauses } = clientOf(server.origin, { random: () => 1 });
    await client.modelInfo(id);
    assert.deepEqual(pauses, [1500, 3000, 6000]);
  });

  it('gives up on a hub that does not answer', async () => {
    server.on(bertPath, () => undefined);
    // The clock strikes as soon as the question has arrived.
    const fetch = nodeFetch((_, done) => {
      const timer = setInterval(() => server.asked.length > 0 && done(), 1);
      return { dispose: () => clearInterval(timer) };
    });
    assert.equal(kindOf(await clientOf(server.origin, { fetch }).client.modelInfo(id)), 'timeout');
  });

  it('gives up on a hub that stops in the middle of an answer', async () => {
    let begun = false;
    server.on(bertPath, (_, response) => {
      response.writeHead(200, { 'content-length': '1000' }).write('{"id":');
      begun = true;
    });
    const fetch = nodeFetch((_, done) => {
      const timer = setInterval(() => begun && done(), 1);
      return { dispose: () => clearInterval(timer) };
    });
    assert.equal(kindOf(await clientOf(server.origin, { fetch }).client.modelInfo(id)), 'timeout');
  });

  for (const [how, headers] of [
    ['of a stated length', { 'content-length': '1000' }],
    ['in chunks', {}],
  ] as const) {
    it(`notices that an answer ${how} is cut off, and tries again`, async () => {
      server.on(bertPath, (_, response, times) => {
        if (times > 1) return send(response, 200, bert);
        response.writeHead(200, headers).write('{"id":"google-bert/bert-base-uncased"', () => {
          response.socket?.destroy();
        });
      });
      const { client, pauses } = clientOf(server.origin);
      assert.equal(kindOf(await client.modelInfo(id)), 'ok');
      assert.deepEqual(pauses, [1000]);
    });
  }

  it('says so where every answer is cut off', async () => {
    server.on(bertPath, (_, response) => {
      response.writeHead(200, { 'content-length': '1000' }).write('{', () => response.socket?.destroy());
    });
    assert.equal(kindOf(await clientOf(server.origin).client.modelInfo(id)), 'cut-off');
  });

  for (const [name, text] of [
    ['no JSON', '<html>login</html>'],
    ['half of it', '{"id":"google-bert/bert-ba'],
    ['a list', '[]'],
    ['no id', '{"downloads":1}'],
    ['an id of another type', '{"id":7}'],
    ['an id that none is', '{"id":"../../etc/passwd"}'],
    ['null', 'null'],
    ['nothing', ''],
  ] as const) {
    it(`refuses an answer that is ${name}`, async () => {
      server.on(bertPath, (_, response) => send(response, 200, text));
      assert.equal(kindOf(await clientOf(server.origin).client.modelInfo(id)), 'wrong-json');
    });
  }

  it('stops reading an answer of 100 MB', async () => {
    let sent = 0;
    let closed = false;
    server.on(bertPath, (_, response) => {
      const block = Buffer.alloc(1 << 20, 0x20);
      response.on('close', () => (closed = true));
      const more = (): void => {
        while (sent < 100 && !closed) {
          sent++;
          if (!response.write(block)) {
            response.once('drain', more);
            return;
          }
        }
        response.end();
      };
      more();
    });
    const answer = await clientOf(server.origin).client.modelInfo(id);
    assert.ok(!answer.ok);
    assert.equal(english(answer.error), "the hub's answer is too large (over 10 MB)");
    assert.ok(sent < 60, `${sent} MB were sent`);
  });

  it('stops unpacking an answer that is small only while it is packed', async () => {
    const packed = gzipSync(Buffer.alloc(100 << 20, 0x20));
    assert.ok(packed.length < 1 << 20);
    server.on(bertPath, (_, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip', 'content-length': packed.length }).end(packed),
    );
    assert.equal(kindOf(await clientOf(server.origin).client.modelInfo(id)), 'too-large');
  });

  it('does not begin to read what is announced as too large', async () => {
    server.on(bertPath, (_, response) => {
      response.writeHead(200, { 'content-length': String(100 << 20) }).flushHeaders();
    });
    assert.equal(kindOf(await clientOf(server.origin).client.modelInfo(id)), 'too-large');
  });

  it('says when there is no hub to reach', async () => {
    const gone = server.origin;
    await server.stop();
    const { client, pauses } = clientOf(gone);
    assert.equal(kindOf(await client.modelInfo(id)), 'offline');
    assert.deepEqual(pauses, []);
    server = await HubServer.start();
  });

  it('follows a moved model and tells its id of now', async () => {
    server.on('/api/models/bert-base-uncased', (_, response) =>
      response.writeHead(307, { location: bertPath }).end('Temporary Redirect'),
    );
    server.json(bertPath, bert);
    const found = await clientOf(server.origin).client.modelInfo('bert-base-uncased');
    assert.ok(found.ok);
    assert.deepEqual([found.value.asked, found.value.id], ['bert-base-uncased', id]);
  });

  it('shows the token to the hub, also after a move, and to nobody else', async () => {
    const other = await HubServer.start();
    server.on('/api/models/bert-base-uncased', (_, response) =>
      response.writeHead(307, { location: bertPath }).end(),
    );
    server.on(bertPath, (_, response) =>
      response.writeHead(302, { location: `${other.origin}/elsewhere` }).end(),
    );
    other.json('/elsewhere', bert);
    const token = () => Promise.resolve('hf_secret');
    const { client, log } = clientOf(server.origin, { token });
    assert.equal(kindOf(await client.modelInfo('bert-base-uncased')), 'ok');
    assert.deepEqual(
      server.asked.map(({ headers }) => headers.authorization),
      ['Bearer hf_secret', 'Bearer hf_secret'],
    );
    assert.deepEqual(
      other.asked.map(({ headers }) => headers.authorization),
      [undefined],
    );
    assert.equal(log.length, 3);
    assert.ok(!log.join().includes('secret'));
    await other.stop();
  });

  it('does not run in circles', async () => {
    server.on(bertPath, (_, response) => response.writeHead(307, { location: bertPath }).end());
    assert.equal(kindOf(await clientOf(server.origin).client.modelInfo(id)), 'offline');
    assert.equal(server.times(bertPath), 6);
  });

  for (const location of ['ftp://example.invalid/x', 'file:///etc/passwd', 'http://', '//']) {
    it(`does not follow to ${location}`, async () => {
      server.on(bertPath, (_, response) => response.writeHead(302, { location }).end());
      assert.equal(kindOf(await clientOf(server.origin).client.modelInfo(id)), 'offline');
    });
  }

  it('does not send a token that could split a header, nor names it', async () => {
    server.json(bertPath, bert);
    const token = () => Promise.resolve('hf_a\r\nx-evil: 1');
    const answer = await clientOf(server.origin, { token }).client.modelInfo(id);
    assert.ok(!answer.ok && answer.error.kind === 'unauthorised');
    assert.ok(!english(answer.error).includes('hf_a'));
    assert.deepEqual(server.asked, []);
  });

  for (const words of [
    '',
    '../secret',
    '/home/me/model',
    'a/b/c',
    'C:\\models',
    'weights/best.pt',
    'a b',
    'ü/x',
  ])
    it(`does not send ${JSON.stringify(words)}`, async () => {
      const { client } = clientOf(server.origin);
      assert.equal(kindOf(await client.modelInfo(words)), 'no-id');
      assert.equal(kindOf(await client.card(words)), 'no-id');
      assert.deepEqual(server.asked, []);
    });

  it('stops when it is cancelled', async () => {
    server.on(bertPath, (_, response) => send(response, 500, ''));
    let cancelled = false;
    const { client } = clientOf(server.origin, {
      wait: () => {
        cancelled = true;
        return Promise.resolve();
      },
    });
    const signal = {
      get cancelled() {
        return cancelled;
      },
      onCancel: () => ({ dispose: () => undefined }),
    };
    assert.equal(kindOf(await client.modelInfo(id, { signal })), 'cancelled');
    assert.equal(server.times(bertPath), 1);
  });

  it('breaks a question off that is under way', async () => {
    const listeners: (() => void)[] = [];
    server.on(bertPath, () => listeners.forEach((cancel) => cancel()));
    const signal = {
      cancelled: false,
      onCancel: (listener: () => void) => {
        listeners.push(listener);
        return { dispose: () => undefined };
      },
    };
    assert.equal(kindOf(await clientOf(server.origin).client.modelInfo(id, { signal })), 'cancelled');
  });
});
