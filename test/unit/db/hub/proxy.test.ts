import assert from 'node:assert/strict';
import { hubEndpoint, environmentToken } from '../../../../src/platform/node/hubEnvironment';
import { HubServer, send } from './hubServer';
import { bert, clientOf } from './parts';

describe('a proxy of the environment', () => {
  const names = ['HTTP_PROXY', 'http_proxy', 'NO_PROXY', 'no_proxy'] as const;
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

  it('may hold a token', () => {
    assert.equal(environmentToken({ HF_TOKEN: ' hf_x\n' }), 'hf_x');
    assert.equal(environmentToken({ HF_TOKEN: ' ' }), null);
    assert.equal(environmentToken({}), null);
  });
});
