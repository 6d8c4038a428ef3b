// SPDX-License-Identifier: Apache-2.0
// Kaoto with a file open, as a person would use it.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const PATIENCE = 60_000;

export function openBrowser() {
  const executablePath = process.env.CHROMIUM ?? PLACES.find(existsSync);
  assert.ok(executablePath, 'no Chromium: apt-get install chromium, or name it in the environment, CHROMIUM=/path/to/it');
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'] });
}

export class Editor {
  #page;
  #errors = [];

  /** Opens a URL of the host page. */
  static async open(browser, url) {
    const editor = new Editor();
    editor.#page = await browser.newPage({ viewport: { width: 1360, height: 820 } });
    editor.#page.on('pageerror', (error) => editor.#errors.push(String(error)));
    await editor.#page.goto(url);
    await editor.#page.locator('[data-testid^="custom-node__"]').first().waitFor({ timeout: PATIENCE });
    return editor;
  }

  /** The steps on the canvas: where they stand in the file, what they are called, whether Kaoto warns of them. */
  async steps() {
    return this.#page.locator('[data-testid^="custom-node__"]').evaluateAll((nodes) =>
      nodes.map((node) => ({
        path: node.dataset.testid.replace('custom-node__', ''),
        label: node.dataset.nodelabel,
        warned: node.dataset.warning !== 'false',
        icon: node.querySelector('img')?.src ?? '',
      })),
    );
  }

  /** What Kaoto would save, and whether it did so unasked. */
  async content() {
    return this.#page.evaluate(async () => ({
      text: await window.editor.getContent(),
      edits: window.seen.edits.length,
      problems: window.seen.problems,
    }));
  }

  /** The names of the options in the form of a step. */
  async form(path) {
    await this.#page.locator(`[data-testid$="${path}"]`).first().click();
    await this.#page.getByText('All', { exact: true }).first().click();
    const fields = this.#page.locator('[data-testid^="#.parameters."][data-testid$="__field-wrapper"]');
    await fields.first().waitFor({ timeout: PATIENCE });
    return fields.evaluateAll((found) =>
      found.map((field) => field.dataset.testid.replace(/^#\.parameters\.|__field-wrapper$/g, '')),
    );
  }

  /** The names of the tiles that the palette shows for some words. */
  async tiles(words) {
    const filter = this.#page.locator('input[placeholder^="Filter by name"]').first();
    if (!(await filter.isVisible())) {
      await this.#page.locator('#topology-control-bar-catalog-button').click();
    }
    await filter.fill(words);
    await this.settled();
    const tiles = this.#page.locator('[data-testid^="tile-"]');
    await tiles.first().waitFor({ timeout: PATIENCE });
    return tiles.evaluateAll((found) => found.map((tile) => tile.dataset.testid.replace('tile-', '')));
  }

  /** Has the form show an option. */
  async scrollTo(option) {
    await this.#page.locator(`[data-testid="#.parameters.${option}__field-wrapper"]`).evaluate((field) => field.scrollIntoView());
  }

  /** Once nothing moves any more. */
  async settled() {
    await this.#page.evaluate(() => Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => {}))));
    await this.#page.waitForTimeout(500);
  }

  async screenshot(path) {
    await this.settled();
    await this.#page.screenshot({ path });
  }

  async close() {
    await this.#page.close();
    assert.deepEqual(this.#errors, [], 'the page had errors');
  }
}
