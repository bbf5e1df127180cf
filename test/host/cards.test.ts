/** Model cards in the editor: of folders in the workspace, of models of the catalogue, of the hub, and read by an assistant. */
import assert from 'node:assert/strict';
import { commands, lm, type TextDocument, window, workspace } from 'vscode';
import { HubServer } from '../unit/db/hub/hubServer';
import { activated, exampleUri, hoverMarkdown, hoverOn, openExample, writeExample } from './support/example';
import { eventually } from './support/eventually';
import { Person } from './support/person';

const card = `---
license: cc-by-4.0
datasets: [wading-birds]
---
# Heron

This is a fine-tuned version of [org/heron-base](https://huggingface.co/org/heron-base).
It was taught on two A100 cards, with great patience. See [this](command:workbench.action.quit) and <img src=x onerror=alert(1)>.

## Limitations

It does not know <script>alert(1)</script> penguins.
`;

const source = [
  'from transformers import AutoModel',
  'AutoModel.from_pretrained("./models/heron")',
  'AutoModel.from_pretrained("dslim/bert-large-NER")',
  'AutoModel.from_pretrained("acme-cards/egret")',
  '',
].join('\n');

describe('model cards', () => {
  let document: TextDocument;
  let person: Person;

  const hoverThat = (written: string, pattern: RegExp) =>
    eventually(
      `a hover on ${written} that says ${pattern}`,
      () => hoverOn(document, written),
      (text) => pattern.test(text),
    );

  before(async () => {
    await activated();
    await writeExample('models/heron/README.md', card);
    await writeExample('cards.py', source);
    document = await openExample('cards.py');
    person = new Person();
  });

  after(async () => {
    person.leave();
    await commands.executeCommand('workbench.action.closeAllEditors');
    await workspace.fs.delete(document.uri);
    await workspace.fs.delete(exampleUri('models/heron'), { recursive: true });
  });

  beforeEach(() => {
    person.told.length = 0;
  });

  it('of a folder in the workspace are read, and nothing of them is active in the hover', async () => {
    const text = await hoverThat('./models/heron', /its card says cc-by-4\.0/);
    assert.match(text, /wading-birds/);
    assert.match(text, /org\/heron-base/);
    const written = await hoverMarkdown(document, './models/heron');
    assert.doesNotMatch(written, /(?<!\\)<(?:script|img)|command:workbench/);
  });

  it('are followed when they change', async () => {
    await writeExample('models/heron/README.md', card.replace('cc-by-4.0', 'mit'));
    await hoverThat('./models/heron', /its card says mit/);
  });

  it('of a model of the catalogue are in its hover', async () => {
    // PeaTMOSS's hand-checked card of this model names its data and what it was made from.
    await hoverThat('dslim/bert-large-NER', /conll2003/);
  });

  describe('read by an assistant', () => {
    const offered = Reflect.get(lm, 'selectChatModels') as typeof lm.selectChatModels;

    const readFront = async () => {
      const uri = exampleUri('models/heron/README.md');
      await window.showTextDocument(await workspace.openTextDocument(uri));
      await commands.executeCommand('ptmLens.readCard');
    };

    after(() => Reflect.set(lm, 'selectChatModels', offered));

    it('without an assistant, that is said and nothing is opened', async () => {
      assert.deepEqual(await lm.selectChatModels(), []);
      await readFront();
      assert.match(
        person.told.join(),
        /the editor offers no language model: install or sign in to an assistant/,
      );
      assert.match(window.activeTextEditor?.document.uri.path ?? '', /README\.md$/);
    });

    it('shows what the card bears out beside it, and how much was refused', async function () {
      const reply = JSON.stringify({
        values: [
          { field: 'hardware', value: 'two A100 cards', quote: 'It was taught on two A100 cards' },
          { field: 'carbonEmitted', value: '12 kg', quote: 'It emitted 12 kg of CO2' },
        ],
      });
      const words = async function* () {
        for (const part of reply.split(' ')) yield await Promise.resolve(`${part} `);
      };
      const assistant = { sendRequest: () => Promise.resolve({ text: words() }) };
      assert.ok(Reflect.set(lm, 'selectChatModels', () => Promise.resolve([assistant])));
      await readFront();
      const shown = await eventually(
        'the fields beside the card',
        () => Promise.resolve(window.activeTextEditor?.document.getText() ?? ''),
        (text) => /^hardware/m.test(text),
      );
      assert.match(shown, /hardware +two A100 cards +\(language-model, line 8\)/);
      assert.match(shown, /license +mit +\(front-matter, line 2\)/);
      assert.match(shown, /1 answers? of the language model (?:was|were) refused/);
      assert.doesNotMatch(shown, /12 kg/);
    });
  });

  it('of the hub are read with the model, from its own server', async () => {
    const hub = await HubServer.start();
    const endpoint = process.env['HF_ENDPOINT'];
    process.env['HF_ENDPOINT'] = hub.origin;
    try {
      const id = 'acme-cards/egret';
      hub.json(`/api/models/${id}`, { id, downloads: 3, tags: ['license:mit'] });
      hub.on(`/${id}/raw/main/README.md`, (_, response) => response.end(card));
      await hoverThat(id, /not in the catalogue/);
      await commands.executeCommand('ptmLens.lookUpModel', { id, hub: 'huggingface' });
      const text = await hoverThat(id, /wading-birds/);
      assert.match(text, /penguins|org\/heron-base/);
    } finally {
      if (endpoint === undefined) delete process.env['HF_ENDPOINT'];
      else process.env['HF_ENDPOINT'] = endpoint;
      await hub.stop();
      await commands.executeCommand('ptmLens.resetCatalogue');
    }
  });
});
