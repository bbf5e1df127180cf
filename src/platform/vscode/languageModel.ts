/** The language model of the user's own assistant in the editor. */
import * as vscode from 'vscode';
import type { AskModel } from '../../cards/asked/ask';

/** The first model that the editor offers, or null where it has none. VS Code asks the user for consent at the first question. */
export async function editorModel(): Promise<AskModel | null> {
  const [model] = await vscode.lm.selectChatModels();
  if (!model) return null;
  return async ({ system, user }, signal) => {
    const source = new vscode.CancellationTokenSource();
    const cancelling = signal.onCancel(() => source.cancel());
    try {
      const messages = [vscode.LanguageModelChatMessage.User(`${system}\n\n${user}`)];
      const response = await model.sendRequest(messages, {}, source.token);
      let text = '';
      for await (const part of response.text) text += part;
      return { kind: 'reply', text };
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      return { kind: 'failed', reason, mayRetry: !(error instanceof vscode.LanguageModelError) };
    } finally {
      cancelling.dispose();
      source.dispose();
    }
  };
}
