/** Translations have every key of the code and the manifest, and keep what is no word. */
import assert from 'node:assert/strict';
import { collectMessages } from '../../scripts/l10n/messages';
import { compareKeys, fixedParts, readWords, type Words } from '../../scripts/l10n/translations';

const messages = [...collectMessages('src').keys()];
const english = readWords('package.nls.json');
const chinese = /\p{Script=Han}/u;
/** Texts that are nothing but placeholders and names. */
const hasWords = (text: string) =>
  /(?<![A-Za-z])[a-z]{3}/.test(text.replace(/\{\d+\}|`[^`]+`|\([^)]*\)/g, ''));

function check(originals: readonly (readonly [string, string])[], words: Words): void {
  assert.deepEqual(
    compareKeys(
      originals.map(([key]) => key),
      words,
    ),
    { missing: [], unused: [] },
  );
  for (const [key, text] of originals) {
    const translated = words[key] ?? '';
    assert.deepEqual(fixedParts(translated), fixedParts(text), key);
    if (hasWords(text)) assert.match(translated, chinese, key);
  }
}

describe('Simplified Chinese', () => {
  it('has all messages of the code', () => {
    assert.ok(messages.length > 300);
    check(
      messages.map((text) => [text, text]),
      readWords('l10n/bundle.l10n.zh-cn.json'),
    );
  });

  it('has all words of the manifest', () =>
    check(Object.entries(english), readWords('package.nls.zh-cn.json')));
});
