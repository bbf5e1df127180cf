import { window } from 'vscode';
import { message } from '../../shared/message';
import { isToken, type Tokens } from '../secrets';
import { localize } from '../words';

/** Asks for the user's token and keeps it as a secret; an empty one removes it. */
export async function setToken(tokens: Tokens): Promise<void> {
  const isSet = await tokens.isSet();
  const prompt = isSet
    ? message('A token is set. Enter another one, or nothing to remove it.')
    : message(
        'For private and gated models. A token with read access is enough; it is sent to the hub only.',
      );
  const text = await window.showInputBox({
    title: localize(message('Set Hugging Face Token')),
    prompt: localize(prompt),
    password: true,
    ignoreFocusOut: true,
    validateInput: (typed) =>
      typed === '' || isToken(typed.trim()) ? null : localize(message('this is no token')),
  });
  if (text === undefined) return;
  const token = text.trim();
  if (token) await tokens.set(token);
  else await tokens.remove();
  const said = token ? message('the token is kept') : message('no token is kept');
  void window.showInformationMessage(localize(message('PTM Lens: {0}', localize(said))));
}
