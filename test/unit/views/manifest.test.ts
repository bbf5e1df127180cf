/** The manifest and the code must name the same commands, settings, views and words. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { allRules } from '../../../src/rules/registry';
import { commandIds, contextKeys, inventoryView } from '../../../src/views/ids';
import { section, settingsTable } from '../../../src/views/settingsTable';

interface Command {
  readonly command: string;
  readonly title: string;
}

interface Setting {
  readonly type: string;
  readonly default: unknown;
  readonly scope: string;
  readonly markdownDescription: string;
  readonly properties?: Readonly<Record<string, unknown>>;
}

interface MenuEntry {
  readonly command: string;
  readonly when?: string;
}

const text = readFileSync('package.json', 'utf8');
const manifest = JSON.parse(text) as {
  readonly main: string;
  readonly l10n: string;
  readonly capabilities: { readonly untrustedWorkspaces: { readonly supported: unknown } };
  readonly contributes: {
    readonly commands: readonly Command[];
    readonly menus: Readonly<Record<string, readonly MenuEntry[]>>;
    readonly views: Readonly<Record<string, readonly { readonly id: string; readonly icon: string }[]>>;
    readonly viewsWelcome: readonly {
      readonly view: string;
      readonly contents: string;
      readonly when: string;
    }[];
    readonly walkthroughs: readonly {
      readonly steps: readonly {
        readonly id: string;
        readonly media: { readonly svg?: string; readonly markdown?: string };
      }[];
    }[];
    readonly configuration: { readonly properties: Readonly<Record<string, Setting>> };
  };
};
const words = JSON.parse(readFileSync('package.nls.json', 'utf8')) as Readonly<Record<string, string>>;
const { commands, menus, views, viewsWelcome, configuration } = manifest.contributes;

describe('the manifest', () => {
  it('has every command of the code, and no other', () => {
    assert.deepEqual(commands.map(({ command }) => command).sort(), Object.values(commandIds).sort());
  });

  it('names only commands that there are in menus', () => {
    const known = new Set<string>(Object.values(commandIds));
    for (const { command } of Object.values(menus).flat()) assert.ok(known.has(command), command);
  });

  it('hides the commands from the palette that need an argument', () => {
    const hidden = (menus['commandPalette'] ?? [])
      .filter(({ when }) => when === 'false')
      .map(({ command }) => command);
    assert.deepEqual(hidden.sort(), [commandIds.explainRule, commandIds.openPlace]);
  });

  it('has every setting of the code, with its default, and no other', () => {
    const declared = Object.entries(configuration.properties).map(([key, { default: fallback }]) => [
      key,
      fallback,
    ]);
    const read = Object.values(settingsTable).map(({ key, fallback }) => [`${section}.${key}`, fallback]);
    assert.ok(read.length > 0);
    assert.deepEqual(declared.sort(), read.sort());
  });

  it('describes every setting and gives it a type and a scope', () => {
    for (const [key, { type, scope, markdownDescription }] of Object.entries(configuration.properties)) {
      assert.ok(type && scope, key);
      assert.equal(markdownDescription, `%setting.${key.slice(section.length + 1)}%`);
    }
  });

  it('lets every rule be set, and no other', () => {
    const { properties } = configuration.properties['ptmLens.severity'] ?? {};
    assert.deepEqual(Object.keys(properties ?? {}).sort(), allRules.map(({ id }) => id).sort());
  });

  it('has a word for each key, and no word too many', () => {
    const used = [...text.matchAll(/"%([^%"]+)%"/g)].map(([, key]) => key ?? '');
    assert.deepEqual([...new Set(used)].sort(), Object.keys(words).sort());
  });

  it('runs only commands that there are from the words of welcome views and walkthrough', () => {
    const editors = ['vscode.openFolder', 'workbench.action.openSettings', 'workbench.actions.view.problems'];
    const known = [...Object.values(commandIds), ...editors, `${inventoryView}.focus`];
    const targets = Object.values(words).flatMap((word) => [...word.matchAll(/\(command:([\w.]+)/g)]);
    assert.ok(targets.length > 0);
    for (const [, target = ''] of targets) assert.ok(known.includes(target), target);
  });

  it('prefixes every id', () => {
    const contexts = Object.values(menus)
      .flat()
      .map(({ when }) => when ?? '')
      .concat(viewsWelcome.map(({ when }) => when))
      .flatMap((when) => when.match(/ptmLens\.\w+(\.\w+)*/g) ?? []);
    const asked = ['ptmLens.enable', 'ptmLens.hub.lookup'];
    const known = new Set([...Object.values(contextKeys), inventoryView, ...asked]);
    for (const context of contexts) assert.ok(known.has(context), context);
    for (const { id } of Object.values(views).flat()) assert.match(id, /^ptmLens\./);
    for (const { command } of commands) assert.match(command, /^ptmLens\.\w+$/);
  });

  it('has the views of the code, with icons that exist', () => {
    const all = Object.values(views).flat();
    assert.ok(all.some(({ id }) => id === inventoryView));
    for (const { icon } of all) assert.ok(existsSync(icon), icon);
  });

  it('leads through at most five steps, with pictures that exist', () => {
    const [{ steps } = { steps: [] }, ...others] = manifest.contributes.walkthroughs;
    assert.deepEqual(others, []);
    assert.ok(steps.length > 0 && steps.length <= 5);
    for (const { id, media } of steps) assert.ok(existsSync(media.svg ?? media.markdown ?? ''), id);
  });

  it('works in Restricted Mode', () => {
    assert.equal(manifest.capabilities.untrustedWorkspaces.supported, true);
  });
});
