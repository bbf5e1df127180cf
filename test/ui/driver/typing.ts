import type { Page } from 'playwright-core';

/** Settings under which what is typed is what stands in the file. */
export const plainTyping = {
  'editor.autoClosingBrackets': 'never',
  'editor.autoClosingQuotes': 'never',
  'editor.autoIndent': 'none',
  'editor.acceptSuggestionOnEnter': 'off',
  'editor.acceptSuggestionOnCommitCharacter': false,
  'editor.formatOnType': false,
  'files.autoSave': 'off',
};

/** Types lines that load models into the open file, key by key, for so many seconds. What was typed. */
export async function typeFor(page: Page, seconds: number): Promise<string> {
  const end = Date.now() + seconds * 1000;
  let typed = '';
  for (let number = 0; Date.now() < end; number++) {
    const line = `model_${number} = AutoModel.from_pretrained("google-bert/bert-base-uncased")`;
    await page.keyboard.type(line, { delay: 30 });
    // The list of suggestions would take the key.
    await page.keyboard.press('Escape');
    await page.keyboard.press('Enter');
    typed += `${line}\n`;
  }
  return typed;
}
