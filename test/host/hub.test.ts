/** The hub and the user's own catalogues, against a loopback server that plays the hub. */
import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { commands, ConfigurationTarget, type TextDocument, workspace } from 'vscode';
import { HubServer, send } from '../unit/db/hub/hubServer';
import { activated, hoverMarkdown, hoverOn, openExample, writeExample } from './support/example';
import { eventually } from './support/eventually';
import { Person } from './support/person';

/** Longer than the extension waits before it looks up by itself. */
const longerThanQuiet = 4000;

const ids = ['found-1', 'found-2', 'gone-1', 'old-name', 'secret-1', 'imported', 'listed'];
const source = [
  'from transformers import AutoModel',
  ...ids.map((name) => `AutoModel.from_pretrained("acme-lens/${name}")`),
  '',
].join('\n');

describe('the hub', () => {
  let hub: HubServer;
  let person: Person;
  let document: TextDocument;
  const endpoint = process.env['HF_ENDPOINT'];

  const plays = (id: string, license = 'mit') =>
    hub.json(`/api/models/${id}`, { id, downloads: 41, tags: [`license:${license}`] }, { etag: `"${id}"` });
  const said = (name: string) => hoverOn(document, `acme-lens/${name}`);
  const hoverThat = (name: string, pattern: RegExp) =>
    eventually(
      `a hover on ${name} that says ${pattern}`,
      () => said(name),
      (text) => pattern.test(text),
    );
  const asked = () => hub.asked.map(({ path }) => path);

  before(async () => {
    hub = await HubServer.start();
    process.env['HF_ENDPOINT'] = hub.origin;
    person = new Person();
    for (const name of ['found-1', 'found-2', 'secret-1']) plays(`acme-lens/${name}`);
    hub.on('/api/models/acme-lens/old-name', (_, response) =>
      response.writeHead(307, { location: '/api/models/acme-lens/new-name' }).end(),
    );
    plays('acme-lens/new-name', 'cc-by-nc-4.0');
    await activated();
    await writeExample('hub.py', source);
    document = await openExample('hub.py');
    await hoverThat('found-1', /not in the catalogue/);
  });

  after(async () => {
    await setLookup(undefined);
    person.leave();
    if (endpoint === undefined) delete process.env['HF_ENDPOINT'];
    else process.env['HF_ENDPOINT'] = endpoint;
    await hub.stop();
    await workspace.fs.delete(document.uri);
  });

  beforeEach(() => {
    hub.asked.length = 0;
    person.told.length = 0;
  });

  it('is not asked unless somebody asks: manual is where everyone begins', async () => {
    assert.equal(workspace.getConfiguration('ptmLens').get('hub.lookup'), 'manual');
    await commands.executeCommand('ptmLens.scan');
    assert.match(await hoverMarkdown(document, 'acme-lens/found-1'), /\(command:ptmLens\.lookUpModel\?/);
    await sleep(longerThanQuiet);
    assert.deepEqual(asked(), []);
  });

  it('is never asked when looking up is off, and no link offers it', async () => {
    await setLookup('off');
    assert.doesNotMatch(await hoverMarkdown(document, 'acme-lens/found-1'), /lookUpModel/);
    for (const command of ['lookUpModel', 'lookUpUnknown', 'updateCatalogue'])
      await commands.executeCommand(`ptmLens.${command}`, 'acme-lens/found-1');
    await sleep(longerThanQuiet);
    assert.deepEqual(asked(), []);
    assert.equal(person.told.length, 3);
    for (const text of person.told) assert.match(text, /switched off/);
    await setLookup(undefined);
  });

  it('tells of one model by its link, and only the id is sent', async () => {
    await commands.executeCommand('ptmLens.lookUpModel', {
      library: 'transformers',
      written: 'acme-lens/found-1',
    });
    assert.match(await hoverThat('found-1', /\bMIT\b/), /Hugging Face hub/);
    assert.deepEqual(asked(), ['/api/models/acme-lens/found-1', '/acme-lens/found-1/raw/main/README.md']);
    assert.match(person.told.join(), /acme-lens\/found-1: licence mit/);
  });

  it('tells of one model as panels name it', async () => {
    await commands.executeCommand('ptmLens.lookUpModel', { id: 'acme-lens/found-1', hub: 'huggingface' });
    await commands.executeCommand('ptmLens.lookUpModel', { id: 'acme-lens/found-1', hub: 'pytorch' });
    assert.deepEqual(asked(), ['/api/models/acme-lens/found-1', '/acme-lens/found-1/raw/main/README.md']);
    assert.match(person.told[1] ?? '', /is no id of the hub/);
  });

  it('shows a token of the secret storage, until it is removed', async () => {
    person.typed = 'hf_0123456789';
    await commands.executeCommand('ptmLens.setToken');
    await commands.executeCommand('ptmLens.lookUpModel', 'acme-lens/found-1');
    person.typed = '';
    await commands.executeCommand('ptmLens.setToken');
    await commands.executeCommand('ptmLens.lookUpModel', 'acme-lens/found-1');
    const tokens = hub.asked.map(({ headers }) => headers.authorization);
    assert.deepEqual(tokens, ['Bearer hf_0123456789', 'Bearer hf_0123456789', undefined, undefined]);
    assert.ok(!person.told.join().includes('hf_0123'));
  });

  it('tells of every unknown model at once; a moved one is found by its old name from then on', async () => {
    await commands.executeCommand('ptmLens.lookUpUnknown');
    await hoverThat('found-2', /\bMIT\b/);
    assert.match(await hoverThat('old-name', /cc-by-nc-4\.0/i), /acme-lens\/new-name/);
    assert.match(await said('gone-1'), /not in the catalogue/);
    assert.match(person.told.join(), /found \d+ of \d+; for example .*: the hub has no such model/);
    assert.equal(asked().filter((path) => path.includes('found-1')).length, 0);
  });

  it('stops a batch when it is cancelled, and keeps what it has', async () => {
    await commands.executeCommand('ptmLens.resetCatalogue');
    let answered = 0;
    for (const name of ['found-1', 'found-2', 'secret-1', 'imported', 'listed'])
      hub.on(`/acme-lens/${name}/raw/main/README.md`, (_, response) => {
        send(response, 404, 'no card');
        // The first find is on its way home: what is asked after it comes too late.
        if (++answered === 2) person.cancel();
      });
    hub.asked.length = 0;
    await commands.executeCommand('ptmLens.lookUpUnknown');
    const [, found = 0, all = 0] = /found (\d+) of (\d+)/.exec(person.told.join()) ?? [];
    assert.ok(Number(found) >= 1 && Number(found) < Number(all), person.told.join());
    const names = await Promise.all(['found-1', 'found-2', 'secret-1'].map((name) => said(name)));
    assert.ok(
      names.some((text) => /\bMIT\b/.test(text)),
      names.join(),
    );
    await commands.executeCommand('ptmLens.lookUpUnknown');
    await hoverThat('found-2', /\bMIT\b/);
  });

  it('takes a listing as a catalogue of the user', async () => {
    const line = { id: 'acme-lens/imported', downloads: 7, tags: ['license:apache-2.0'] };
    const file = await writeExample('models_2026-10-01.jsonl', `${JSON.stringify(line)}\n`);
    await commands.executeCommand('ptmLens.importCatalogue', file);
    await hoverThat('imported', /apache-2\.0/i);
    assert.match(person.told.join(), /1 models? from .*models_2026-10-01\.jsonl/);
    await workspace.fs.delete(file);
  });

  it('keeps a good catalogue when a broken one is offered', async () => {
    for (const [name, content] of [
      ['broken.sqlite', 'no database at all'],
      ['cut.db', 'SQLite format 3\0and then nothing'],
    ] as const) {
      const file = await writeExample(name, content);
      await commands.executeCommand('ptmLens.importCatalogue', file);
      await workspace.fs.delete(file);
    }
    assert.equal(person.told.length, 2);
    for (const text of person.told) assert.match(text, /was not taken: .+\. What was there stays/);
    assert.match(await said('imported'), /apache-2\.0/i);
  });

  it('takes the most downloaded models', async () => {
    hub.on('/api/models', (_, response) =>
      send(response, 200, [{ id: 'acme-lens/listed', downloads: 9, tags: ['license:gpl-3.0'] }]),
    );
    await commands.executeCommand('ptmLens.updateCatalogue');
    await hoverThat('listed', /gpl-3\.0/i);
    assert.ok(
      asked().every((path) => path.startsWith('/api/models?')),
      asked().join(),
    );
  });

  it('is forgotten by a reset', async () => {
    await commands.executeCommand('ptmLens.resetCatalogue');
    for (const name of ['found-1', 'found-2', 'old-name', 'imported', 'listed'])
      await hoverThat(name, /not in the catalogue/);
    await commands.executeCommand('ptmLens.lookUpModel', 'acme-lens/found-1');
    assert.equal(hub.asked[0]?.headers['if-none-match'], undefined);
    await commands.executeCommand('ptmLens.resetCatalogue');
  });

  it('hears nothing of what the policy keeps private', async () => {
    const policy = await writeExample(
      '.ptm-lens.json',
      '{ "models": { "private": ["acme-lens/secret-*"] } }',
    );
    await commands.executeCommand('ptmLens.scan');
    await commands.executeCommand('ptmLens.lookUpModel', 'acme-lens/secret-1');
    await commands.executeCommand('ptmLens.lookUpUnknown');
    assert.match(person.told[0] ?? '', /models\.private/);
    assert.deepEqual(
      asked().filter((path) => path.includes('secret')),
      [],
    );
    assert.ok(asked().length > 0);
    await workspace.fs.delete(policy);
    await commands.executeCommand('ptmLens.resetCatalogue');
  });

  it('is asked by itself only where the user wants that', async () => {
    await hoverThat('found-1', /not in the catalogue/);
    hub.asked.length = 0;
    await setLookup('automatic');
    await hoverThat('found-1', /\bMIT\b/);
    await setLookup(undefined);
    await commands.executeCommand('ptmLens.resetCatalogue');
  });
});

async function setLookup(value: 'off' | 'automatic' | undefined): Promise<void> {
  await workspace.getConfiguration('ptmLens').update('hub.lookup', value, ConfigurationTarget.Global);
}
