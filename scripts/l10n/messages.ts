import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/**
 * The English templates of all `message(…)` calls below a folder, each with the first file that has it. They are the
 * keys of the translations in `l10n/`. A template that is not written out in the call is an error: it could not be found.
 */
export function collectMessages(folder: string): Map<string, string> {
  const found = new Map<string, string>();
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  for (const file of files.sort()) {
    const source = ts.createSourceFile(
      file,
      readFileSync(join(folder, file), 'utf8'),
      ts.ScriptTarget.Latest,
      true,
    );
    for (const text of templatesOf(source)) if (!found.has(text)) found.set(text, file);
  }
  return found;
}

function templatesOf(source: ts.SourceFile): string[] {
  const texts: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node.expression.getText() === 'message') {
      const [template] = node.arguments;
      if (template) texts.push(...writtenOut(template, source.fileName));
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return texts;
}

function writtenOut(node: ts.Expression, file: string): string[] {
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isConditionalExpression(node)) {
    return [...writtenOut(node.whenTrue, file), ...writtenOut(node.whenFalse, file)];
  }
  throw new Error(`${file}: the template of a message must be written out, not ${node.getText()}`);
}
