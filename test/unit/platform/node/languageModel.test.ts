import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { endpointModel } from '../../../../src/platform/node/languageModel';
import { type CancelSignal, neverCancelled } from '../../../../src/shared/fetch';

const prompt = { system: 'rules', user: '<card>x</card>' };
const completion = (content: unknown) => JSON.stringify({ choices: [{ message: { content } }] });

type Answering = (response: ServerResponse, body: string, request: IncomingMessage) => void;

/** Runs `use` against a server on this machine that answers so. */
async function against(answering: Answering, use: (url: string) => Promise<void>): Promise<void> {
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => answering(response, Buffer.concat(parts).toString(), request));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`);
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

const ask = (url: string, parts: { key?: string; timeout?: number; signal?: CancelSignal } = {}) => {
  const { signal = neverCancelled, ...options } = parts;
  return endpointModel({ url, model: 'm', ...options })(prompt, signal);
};

describe('a language model at an address', () => {
  it('is asked as OpenAI is asked, with the key where there is one', async () => {
    const seen: { path: string | undefined; key: string | undefined; body: unknown }[] = [];
    await against(
      (response, body, { url, headers }) => {
        seen.push({ path: url, key: headers.authorization, body: JSON.parse(body) });
        response.end(completion('well'));
      },
      async (url) => {
        assert.deepEqual(await ask(url, { key: 'secret-1' }), { kind: 'reply', text: 'well' });
        assert.deepEqual(await ask(`${url}/chat/completions`), { kind: 'reply', text: 'well' });
      },
    );
    assert.deepEqual(
      seen.map(({ path, key }) => [path, key]),
      [
        ['/v1/chat/completions', 'Bearer secret-1'],
        ['/v1/chat/completions', undefined],
      ],
    );
    const body = seen[0]?.body as { model: string; messages: { role: string; content: string }[] };
    assert.equal(body.model, 'm');
    assert.deepEqual(
      body.messages.map(({ role, content }) => [role, content]),
      [
        ['system', 'rules'],
        ['user', '<card>x</card>'],
      ],
    );
  });

  const failures: readonly (readonly [what: string, answering: Answering, mayRetry: boolean])[] = [
    ['429', (response) => response.writeHead(429).end(), true],
    ['500', (response) => response.writeHead(500).end('oh'), true],
    ['401', (response) => response.writeHead(401).end('Bearer secret-2 is wrong'), false],
    ['an answer without a message', (response) => response.end('{"choices":[]}'), true],
    ['a message that is no text', (response) => response.end(completion({ a: 1 })), true],
    ['an answer that is no JSON', (response) => response.end('<html>'), true],
    [
      'an answer that is cut off',
      (response) => {
        response.writeHead(200, { 'content-length': '500' }).write('{"cho');
        setImmediate(() => response.destroy());
      },
      true,
    ],
    [
      'a way to another host',
      (response) => response.writeHead(302, { location: 'http://example.invalid/' }).end(),
      true,
    ],
    ['an answer of 2 MB', (response) => response.end(completion('x'.repeat(2_000_000))), true],
  ];
  for (const [what, answering, mayRetry] of failures)
    it(`${what} is a failure ${mayRetry ? 'worth another try' : 'for good'}, and the key is not in it`, () =>
      against(answering, async (url) => {
        const reply = await ask(url, { key: 'secret-2' });
        assert.equal(reply.kind, 'failed');
        assert.equal(reply.kind === 'failed' && reply.mayRetry, mayRetry);
        assert.ok(!JSON.stringify(reply).includes('secret-2'));
      }));

  it('that never answers is given up', () =>
    against(
      () => undefined,
      async (url) => {
        const reply = await ask(url, { timeout: 50 });
        assert.deepEqual(reply, { kind: 'failed', reason: 'it took too long', mayRetry: false });
      },
    ));

  it('is let go when the user cancels', () =>
    against(
      () => undefined,
      async (url) => {
        const cancelled = { value: false };
        const signal: CancelSignal = {
          get cancelled() {
            return cancelled.value;
          },
          onCancel: (listener) => {
            cancelled.value = true;
            setImmediate(listener);
            return { dispose: () => undefined };
          },
        };
        assert.deepEqual(await ask(url, { signal }), {
          kind: 'failed',
          reason: 'cancelled',
          mayRetry: false,
        });
      },
    ));

  it('that is not there is a failure', async () => {
    const reply = await ask('http://127.0.0.1:1/v1');
    assert.equal(reply.kind, 'failed');
  });
});
