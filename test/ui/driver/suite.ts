import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { repository } from '../../../scripts/host/folder';
import { screenshot } from './screenshot';
import { openWindow, type Window, type WindowOptions } from './window';

type Options = Omit<WindowOptions, 'vsix'>;

/**
 * Opens one window with the packaged extension for the tests of a suite, which follow each other in it, and closes it behind
 * them. A test that fails leaves a picture. Gives what to ask for the window in a test.
 * @param ready what is done in the window before the first test
 */
export function inOneWindow(
  options: Options | (() => Promise<Options>),
  ready?: (page: Page) => Promise<void>,
): () => Window {
  let window: Window | undefined;
  const opened = () => {
    assert.ok(window, 'The window did not open.');
    return window;
  };

  before(async () => {
    const wanted = typeof options === 'function' ? await options() : options;
    window = await openWindow({ vsix: join(repository, 'out/ptm-lens.vsix'), ...wanted });
    await ready?.(window.page);
  });

  afterEach(async function () {
    if (this.currentTest?.state === 'failed')
      await screenshot(opened().page, `failed-${this.currentTest.title.replace(/\W+/g, '-')}`);
  });

  after(() => window?.close());

  return opened;
}
