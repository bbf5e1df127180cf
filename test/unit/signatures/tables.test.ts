import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { pageFile, pageText } from '../../../scripts/signatures/page';
import { indexFile, indexText, tableNames } from '../../../scripts/signatures/tables';
import { table, tableName, test } from '../../../scripts/signatures/template';
import type { ArgumentSignature, LoaderSignature } from '../../../src/analyzer/signature';
import { families } from '../../../src/analyzer/signatures/families';
import { callsOf, expression } from './lookup';

const loaders = families.flatMap((family) => family.loaders.map((loader) => ({ family, loader })));

describe('the signature tables', () => {
  it('are all in the index, and the index is fresh', async () => {
    assert.equal(families.length, (await tableNames()).length);
    assert.equal(readFileSync(indexFile, 'utf8'), await indexText(), 'run npm run index:signatures');
  });

  it('are what docs/signatures.md says', async () => {
    assert.equal(readFileSync(pageFile, 'utf8'), await pageText(), 'run npm run docs:signatures');
  });

  it('name roots that can be imported', () => {
    const python = /^[A-Za-z_][\w-]*$/;
    const javascript = /^(@[a-z\d-]+\/)?[a-z\d][a-z\d.-]*$/;
    for (const { roots, language, library } of families) {
      assert.ok(roots.length > 0, library);
      for (const root of roots) assert.match(root, language === 'python' ? python : javascript);
    }
  });

  it('name calls of segments, `*` and `**`', () => {
    for (const { family, loader } of loaders) {
      for (const call of callsOf(loader)) {
        assert.match(call, /^(\*\*\.)?[\w*]+(\.(\*\*|[\w*]+))*$/, family.library);
        assert.ok(!call.endsWith('**'), `${family.library}: ${call} ends in no name`);
      }
    }
  });

  it('say in one way where the id stands', () => {
    for (const { family, loader } of loaders) {
      const ways = Number(loader.id !== undefined) + Number(loader.idFrom !== undefined);
      assert.equal(ways, 1, `${family.library}: ${String(loader.call)}`);
    }
  });

  it('give every argument a place, with Python keywords that are names', () => {
    for (const { family, loader } of loaders) {
      for (const { position, keywords } of argumentsOf(loader)) {
        assert.ok(position !== undefined || keywords.length > 0, family.library);
        assert.ok(position === undefined || (Number.isInteger(position) && position >= 0));
        assert.equal(new Set(keywords).size, keywords.length, family.library);
        for (const keyword of keywords) assert.match(keyword, /^[A-Za-z_]\w*$/);
      }
    }
  });

  it('have no root twice in a family, and no call twice in a row', () => {
    for (const family of families) {
      assert.equal(new Set(family.roots).size, family.roots.length, family.library);
      for (const loader of family.loaders) {
        assert.equal(new Set(callsOf(loader)).size, callsOf(loader).length, family.library);
      }
    }
  });

  it('leave no row in the shade of the rows before it', () => {
    for (const family of families) {
      const deciding = family.loaders.filter((loader) => loader.also !== true);
      deciding.forEach((loader, index) => {
        const before = deciding.slice(0, index).flatMap(callsOf).map(expression);
        const lit = callsOf(loader).filter((call) => !before.some((fits) => fits.test(`${sample(call)}.`)));
        assert.deepEqual(lit, [...callsOf(loader)], family.library);
      });
    }
  });

  it('decide a call in one family only', () => {
    const clashes = families.flatMap((family, index) =>
      families
        .slice(index + 1)
        .filter((other) => other.language === family.language)
        .filter((other) => other.roots.some((root) => family.roots.includes(root)))
        .filter((other) =>
          other.loaders
            .flatMap(callsOf)
            .some((call) =>
              family.loaders.flatMap(callsOf).some((own) => expression(own).test(`${sample(call)}.`)),
            ),
        )
        .map((other) => `${family.library} and ${other.library}`),
    );
    assert.deepEqual(clashes, []);
  });

  it('name a task wherever they name a model of a task', () => {
    for (const { family, loader } of loaders) {
      assert.ok(loader.implicit === undefined || loader.task !== undefined, family.library);
    }
  });

  it('start from a template that is a table and a test', () => {
    assert.equal(tableName('sentence-transformers'), 'sentenceTransformers');
    assert.match(table('sentence-transformers'), /const sentenceTransformers: SignatureFamily = \{/);
    assert.match(table('sentence-transformers'), /roots: \['sentence_transformers'\]/);
    assert.match(test('sentence-transformers'), /sentence_transformers\.Model\.from_pretrained/);
  });
});

/** A dotted name that a call's pattern fits, as different from other patterns as it can be. */
function sample(call: string): string {
  return call.replaceAll('**', 'some.where').replaceAll('*', 'Odd');
}

function argumentsOf(loader: LoaderSignature): ArgumentSignature[] {
  const others = [loader.id, loader.join?.argument, loader.task, loader.local?.argument];
  const switches = (loader.switches ?? []).map((item) => item.argument);
  return [...others, ...switches].filter((argument) => argument !== undefined);
}
