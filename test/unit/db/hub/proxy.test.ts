import assert from 'node:assert/strict';
import { hubEndpoint, environmentToken } from '../../../../src/platform/node/hubEnvironment';
import { HubServer, send } from './hubServer';
import { bert, clientOf, kindOf } from './parts';

describe('a proxy of the environment', () => {
  const names = ['HTTP_PROXY', 'http_proxy', 'HTTPS_PROXY', 'https_proxy', 'NO_PROXY', 'no_proxy'] as const;
  const before = names.map((name) => [name, process.env[name]] as const);
  let proxy: HubServer;

  beforeEach(async () => {
    proxy = await HubServer.start();
    for (const name of names) process.env[name] = '';
    process.env['HTTP_PROXY'] = proxy.origin;
  });

  afterEach(async () => {
    for (const [name, value] of before) process.env[name] = value ?? '';
    await proxy.stop();
  });

  it('hears the questions', async () => {
    const hub = 'http://hub.invalid';
    proxy.on(`${hub}/api/models/${bert.id}`, (_, response) => send(response, 200, bert));
    const found = await clientOf(hub).client.modelInfo(bert.id);
    assert.ok(found.ok);
  });

  it('carries what is encrypted without seeing it, and hears its own password alone', async () => {
    const heard: (string | undefined)[][] = [];
    proxy.onConnect((request, socket) => {
      heard.push([request.url, request.headers['proxy-authorization'], request.headers.authorization]);
      socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
    });
    process.env['HTTPS_PROXY'] = proxy.origin.replace('//', '//me:pass@');
    const token = () => Promise.resolve('hf_secret');
    const { client, log } = clientOf('https://hub.invalid', { token });
    const answer = await client.modelInfo(bert.id);
    assert.equal(answer.ok, false);
    const [[host, password, authorization] = []] = heard;
    assert.deepEqual([host, authorization], ['hub.invalid:443', undefined]);
    assert.equal(password, `Basic ${Buffer.from('me:pass').toString('base64')}`);
    assert.doesNotMatch(`${log.join()}${JSON.stringify(answer)}`, /pass@|hf_secret/);
  });

  for (const nonsense of ['not a proxy', 'http://', 'socks9://x:1']) {
    it(`that is nonsense is no crash: ${nonsense}`, async () => {
      process.env['HTTP_PROXY'] = nonsense;
      const answer = await clientOf('http://hub.invalid').client.modelInfo(bert.id);
      assert.equal(kindOf(answer), 'offline');
    });
  }

  it('is left out for hosts that NO_PROXY names', async () => {
    const hub = await HubServer.start();
    process.env['NO_PROXY'] = '127.0.0.1';
    hub.json(`/api/models/${bert.id}`, bert);
    assert.ok((await clientOf(hub.origin).client.modelInfo(bert.id)).ok);
    assert.deepEqual(proxy.asked, []);
    await hub.stop();
  });
});

describe('the environment of the hub', () => {
  it('names another hub, whose address is taken without its last slash', () => {
    const endpoint = (HF_ENDPOINT: string) => {
      const found = hubEndpoint({ HF_ENDPOINT });
      return found.ok ? found.value : null;
    };
    assert.equal(endpoint(''), 'https://huggingface.co');
    assert.equal(endpoint('https://mirror.example/hf//'), 'https://mirror.example/hf');
    for (const wrong of ['mirror.example', 'file:///tmp', 'https://h/?token=1', 'javascript:1'])
      assert.equal(endpoint(wrong), null, wrong);
  });

  it("may want the hub left alone, as the hub's own tools understand it", () => {
    for (const HF_HUB_OFFLINE of ['1', 'ON', 'yes', 'True'])
      assert.equal(hubEndpoint({ HF_HUB_OFFLINE }).ok, false, HF_HUB_OFFLINE);
    for (const HF_HUB_OFFLINE of ['', '0', 'no', 'false'])
      assert.equal(hubEndpoint({ HF_HUB_OFFLINE }).ok, true, HF_HUB_OFFLINE);
  });

  it('may hold a token', () => {
    assert.equal(environmentToken({ HF_TOKEN: ' hf_x\n' }), 'hf_x');
    assert.equal(environmentToken({ HF_TOKEN: ' ' }), null);
    assert.equal(environmentToken({}), null);
  });
});
