import assert from 'node:assert/strict';
import { commands, extensions, type Hover, MarkdownString, Position, Range, Uri, workspace } from 'vscode';
import type { Extension, TextDocument } from 'vscode';

/** The extension, active. */
export async function activated(): Promise<Extension<unknown>> {
  const extension = extensions.getExtension('ptm-lens.ptm-lens');
  assert.ok(extension, 'VS Code does not know the extension.');
  await extension.activate();
  return extension;
}

/** A path of the example workspace, which is a copy that tests may change. */
export function exampleUri(path: string): Uri {
  const folder = workspace.workspaceFolders?.[0];
  assert.ok(folder, 'The window has no folder open.');
  return Uri.joinPath(folder.uri, path);
}

export async function openExample(path: string): Promise<TextDocument> {
  return workspace.openTextDocument(exampleUri(path));
}

/** Writes a file into the workspace, as a tool beside the editor would. */
export async function writeExample(path: string, text: string): Promise<Uri> {
  const uri = exampleUri(path);
  await workspace.fs.writeFile(uri, Buffer.from(text));
  return uri;
}

/** Where `text` stands in the document the first time. */
export function rangeOf(document: TextDocument, text: string): Range {
  const start = document.getText().indexOf(text);
  assert.notEqual(start, -1, `${document.uri.path} does not contain ${text}`);
  return new Range(document.positionAt(start), document.positionAt(start + text.length));
}

/** What a hover on the middle of `text` says as its reader sees it, all providers together; empty where none answers. */
export async function hoverOn(document: TextDocument, text: string): Promise<string> {
  // Markdown puts a backslash before punctuation that is to be read as it is.
  return (await hoverMarkdown(document, text)).replace(/\\([^\w\s])/g, '$1');
}

/** The same as the providers wrote it, in Markdown. */
export async function hoverMarkdown(document: TextDocument, text: string): Promise<string> {
  const { start } = rangeOf(document, text);
  const middle = new Position(start.line, start.character + Math.floor(text.length / 2));
  const hovers = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', document.uri, middle);
  return hovers.flatMap(({ contents }) => contents.map(plain)).join('\n');
}

function plain(content: Hover['contents'][number]): string {
  return content instanceof MarkdownString || typeof content === 'object' ? content.value : content;
}
