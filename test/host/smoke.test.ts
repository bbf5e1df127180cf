import assert from 'node:assert/strict';
import { commands, extensions } from 'vscode';
import { activated } from './support/example';

interface Manifest {
  readonly contributes: { readonly commands: readonly { readonly command: string }[] };
}

describe('the extension', () => {
  it('is there and activates', async () => {
    const extension = await activated();
    assert.equal(extension.isActive, true);
  });

  it('registers every command that its manifest promises', async () => {
    await activated();
    const manifest = extensions.getExtension('ptm-lens.ptm-lens')?.packageJSON as Manifest;
    const promised = manifest.contributes.commands.map(({ command }) => command);
    const registered = new Set(await commands.getCommands(true));
    assert.ok(promised.length > 0);
    assert.deepEqual(
      promised.filter((command) => !registered.has(command)),
      [],
    );
  });

  it('scans again when asked, and when nothing changed', async () => {
    await activated();
    await commands.executeCommand('ptmLens.scan');
    await commands.executeCommand('ptmLens.scan');
  });
});
