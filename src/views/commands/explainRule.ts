import { commands, Uri } from 'vscode';
import { allRules, ruleDocs } from '../../rules/registry';
import { message } from '../../shared/message';
import { UserError } from '../../shared/result';

/** Opens what the documentation says of a rule, rendered. The page ships with the extension. */
export async function explainRule(extension: Uri, argument: unknown): Promise<void> {
  const rule = allRules.find(({ id }) => id === argument);
  if (!rule) throw new UserError(message('no rule is given'));
  await commands.executeCommand('markdown.showPreview', Uri.joinPath(extension, ruleDocs(rule.id)));
}
