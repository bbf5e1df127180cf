import assert from 'node:assert/strict';
import { parseLicense } from '../../../src/licenses/names/parse';
import { licenseLinks } from '../../../src/present/licenseLink';
import { record } from '../rules/cases';

const addresses = (license: string, link: string | null = null) => {
  const own = record('org/model', license);
  const declared = { ...own, license: { id: license, name: null, link } };
  return licenseLinks(parseLicense(license), declared).map(({ address }) => address);
};

describe("where a licence's text is opened", () => {
  it('is the page that the table of terms names', () => {
    assert.deepEqual(addresses('cc-by-nc-4.0'), ['https://creativecommons.org/licenses/by-nc/4.0/legalcode']);
    assert.deepEqual(addresses('gemma'), ['https://ai.google.dev/gemma/terms']);
  });

  it('is a page for each licence of an expression, once', () => {
    assert.equal(addresses('MIT OR Apache-2.0').length, 2);
  });

  it("is SPDX's page for a licence of which the table has no row", () => {
    assert.deepEqual(addresses('Abstyles'), ['https://spdx.org/licenses/Abstyles.html']);
  });

  it('is what the author linked where the licence has no name, if it is an address', () => {
    assert.deepEqual(addresses('other', 'https://example.org/terms'), ['https://example.org/terms']);
    assert.deepEqual(addresses('other', 'command:evil'), []);
    assert.deepEqual(addresses('other', 'LICENSE'), []);
  });
});
