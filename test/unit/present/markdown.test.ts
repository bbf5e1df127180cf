import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  commandTarget,
  encodeStrictly,
  escapeMarkdown,
  link,
  markdownSentence,
} from '../../../src/present/markdown';
import { english, message } from '../../../src/shared/message';
import { printable } from '../../../src/shared/printable';
import { render } from './rendered';

const hostile = [
  '**bold** _x_ `code` ~~gone~~',
  '[click](command:workbench.action.terminal.new)',
  '![x](https://example.org/x.png)',
  '<img src=x onerror=alert(1)> <a href="command:x">y</a>',
  '<https://example.org> https://example.org www.example.org me@example.org',
  '$(warning) \\$(warning)',
  '# title\n- item\n1. one\n> quote\n---\n```\ncode\n```',
  '| a | b |\n|---|---|\n| c | d |',
  '&lt;b&gt; &#60; &amp;',
  'a](command:x "t") [b',
  '\\[x\\](y)',
  '    indented',
  '\u202egnp.exe\u202c',
  '\u0000\u0007\u001b[31m',
];

const harmless = new Set(['paragraph', 'text', 'escape', 'space']);

describe('escapeMarkdown', () => {
  for (const text of hostile) {
    it(`renders as exactly its text: ${JSON.stringify(text)}`, () => {
      const { text: shown, links, kinds } = render(`x${escapeMarkdown(text)}x`);
      assert.equal(shown, `x${printable(text)}x`);
      assert.deepEqual(links, []);
      assert.deepEqual(
        [...kinds].filter((kind) => !harmless.has(kind)),
        [],
      );
    });
  }

  it('renders any text as exactly that text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
        const { text: shown, links, kinds } = render(`x${escapeMarkdown(text)}x`);
        assert.equal(shown, `x${printable(text)}x`);
        assert.equal(links.length, 0);
        assert.deepEqual(
          [...kinds].filter((kind) => !harmless.has(kind)),
          [],
        );
      }),
      { numRuns: 1000 },
    );
  });

  it('leaves no $( for VS Code to make an icon of', () => {
    assert.doesNotMatch(escapeMarkdown('$(x) \\$(x)'), /\$\(/);
  });

  it('leaves no character that reorders or hides text', () => {
    assert.doesNotMatch(escapeMarkdown(hostile.join(' ')), /[\p{Cc}\p{Cf}]/u);
  });
});

describe('markdownSentence', () => {
  it('escapes the arguments and leaves the template', () => {
    const { text, kinds } = render(markdownSentence(english, message('**{0}** is {1}', '_x_', 3)));
    assert.equal(text, '_x_ is 3');
    assert.ok(kinds.has('strong') && !kinds.has('em'));
  });
});

describe('commandTarget', () => {
  it('carries its arguments through a Markdown link unchanged', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const wellFormed = text.replace(/\p{Cs}/gu, '\uFFFD');
        const { links } = render(link('go', commandTarget('ptmLens.copyId', text)));
        const [only] = links;
        assert.equal(links.length, 1);
        const [, query = ''] = /^command:ptmLens\.copyId\?(.*)$/.exec(only?.href ?? '') ?? [];
        assert.deepEqual(JSON.parse(decodeURIComponent(query)), [wellFormed]);
      }),
    );
  });

  it('has no character that ends a link', () => {
    assert.match(encodeStrictly(hostile.join('')), /^[A-Za-z0-9\-_.~%]*$/);
  });
});
