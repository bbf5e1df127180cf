import assert from 'node:assert/strict';
import { commands, window, workspace } from 'vscode';
import { activated, exampleUri } from './support/example';
import { eventually } from './support/eventually';

/** What the command line writes for the same workspace is tested in test/cli; here: that the command writes it and opens it. */
describe('exporting a report', () => {
  for (const [format, name, begins] of [
    ['json', 'a.json', '{\n  "version": 1,'],
    ['sarif', 'a.sarif', '{\n  "$schema": "https://docs.oasis-open.org/sarif'],
    ['cyclonedx', 'a.cdx.json', '{\n  "$schema": "http://cyclonedx.org/schema/bom-1.6'],
    ['csv', 'a.csv', 'file,cell,line'],
  ] as const)
    it(`writes ${format} and opens it`, async () => {
      await activated();
      const target = exampleUri(name);
      await commands.executeCommand('ptmLens.exportReport', { format, target });
      const text = Buffer.from(await workspace.fs.readFile(target)).toString('utf8');
      assert.ok(text.startsWith(begins), text.slice(0, 80));
      await eventually(
        'the report is open',
        () => window.activeTextEditor?.document.uri.toString(),
        (seen) => seen === target.toString(),
      );
      await commands.executeCommand('workbench.action.closeActiveEditor');
      await workspace.fs.delete(target);
    });
});
