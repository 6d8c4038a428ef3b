// SPDX-License-Identifier: Apache-2.0
// Opens the flows and Kamelets in Kaoto, as the bundle brings them, and looks at what a person would see. Screenshots of it
// go to target/screenshots; those of the documentation are copies.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { components, flows, kamelets, version } from '../bundle/ours.mjs';
import { serve } from '../bundle/serve-catalog.mjs';
import { Editor, openBrowser } from './editor.mjs';

const target = fileURLToPath(new URL('../target', import.meta.url));
const screenshots = join(target, 'screenshots');
const OURS = '/bundle/kaoto/index.json';
const STOCK = '/stock/index.json';
const STATUS = 'amazonvendor-purchase-order-status-source';

mkdirSync(screenshots, { recursive: true });
const site = await serve({
  '/bundle/': join(target, `purchase-orders-designer-${version}`),
  '/stock/': join(target, 'stock-catalog'),
  '/': fileURLToPath(new URL('dist', import.meta.url)),
});
const browser = await openBrowser();
try {
  for (const file of Object.keys(flows()).filter((name) => name.endsWith('.camel.yaml'))) {
    await opensAsItIs(`/bundle/flows/${file}`);
  }
  for (const file of Object.keys(kamelets())) {
    await opensAsItIs(`/bundle/kamelets/${file}`);
  }
  await paletteHasOurTiles();
  await formsHaveOurOptions();
  await kameletsAloneAreTilesWithoutAForm();
} finally {
  await browser.close();
  site.close();
}

/** On the canvas, without a warning, every step by the name that the file gives it, and nothing written back. */
async function opensAsItIs(file) {
  const editor = await open(OURS, file);
  const steps = await editor.steps();
  for (const step of steps.filter(({ path }) => !path.endsWith('placeholder'))) {
    assert.ok(!step.warned, `${file}: Kaoto warns of ${step.path}`);
    assert.ok(!step.path.includes('purchase-order') || step.icon.startsWith('data:image/svg'), `${file}: no icon of ours`);
  }
  const { text, edits, problems } = await editor.content();
  assert.equal(text, readFileSync(join(target, file.replace('/bundle/', `purchase-orders-designer-${version}/`)), 'utf8'));
  assert.equal(edits, 0, `${file}: Kaoto changed it unasked`);
  assert.deepEqual(problems, [], file);
  if (file.includes('/flows/')) {
    await editor.screenshot(join(screenshots, `${file.split('/').pop().replace('.camel.yaml', '')}.png`));
  }
  await editor.close();
  console.log(`${file} is on the canvas: ${steps.length} steps, no warning, file unchanged`);
}

async function paletteHasOurTiles() {
  const editor = await open(OURS, '/bundle/flows/status-to-jms.camel.yaml');
  const names = Object.keys(kamelets()).map((file) => file.replace('.kamelet.yaml', ''));
  const shown = await editor.tiles('purchase order');
  await editor.screenshot(join(screenshots, 'palette.png'));
  for (const words of ['amazonvendor', 'partnercenter', 'pos-', 'ticket utils']) {
    shown.push(...(await editor.tiles(words)));
  }
  const missing = [...names, ...Object.keys(components())].filter((name) => !shown.includes(name));
  assert.deepEqual(missing, [], 'not in the palette');
  await editor.close();
  console.log(`the palette has ${names.length} Kamelets and ${Object.keys(components()).length} components of ours`);
}

async function formsHaveOurOptions() {
  const flow = await open(OURS, '/bundle/flows/status-to-jms.camel.yaml');
  assert.deepEqual(await flow.form('route.from'), optionsOf(STATUS));
  await flow.scrollTo('account');
  await flow.screenshot(join(screenshots, 'form.png'));
  await flow.close();

  const kamelet = await open(OURS, `/bundle/kamelets/${STATUS}.kamelet.yaml`);
  const options = await kamelet.form('template.from');
  for (const option of ['operation', 'account', 'region', 'startFrom', 'stateStore']) {
    assert.ok(options.includes(option), `the form of the component lacks ${option}: ${options}`);
  }
  await kamelet.close();
  console.log('forms have our options, for Kamelets and for components');
}

/** Without our catalog, as when a person has Kaoto read a folder of Kamelets: docs/designers.md says what that gives. */
async function kameletsAloneAreTilesWithoutAForm() {
  const local = Object.keys(kamelets()).map((file) => `/bundle/kamelets/${file}`);
  const flow = await open(STOCK, '/bundle/flows/status-to-jms.camel.yaml', local);
  const [first] = await flow.steps();
  assert.ok(first.icon.startsWith('data:image/svg'), 'the Kamelet has no icon without our catalog');
  assert.ok(!(await flow.form('route.from')).includes('account'), 'Kaoto draws the form without our catalog now: docs!');
  await flow.close();
  const palette = await open(STOCK, '/bundle/flows/status-to-jms.camel.yaml', local);
  assert.ok((await palette.tiles('purchase order')).includes(STATUS), 'the Kamelet has no tile without our catalog');
  await palette.close();
  console.log('Kamelets alone have tile and icon, and no form without our catalog');
}

function optionsOf(kamelet) {
  return Object.keys(parse(kamelets()[`${kamelet}.kamelet.yaml`]).spec.definition.properties);
}

function open(catalog, file, localKamelets = []) {
  const query = new URLSearchParams({ catalog, file, kamelets: localKamelets.join(',') });
  if (catalog === STOCK) {
    query.set('runtime', 'Camel Main 4.18.4');
  }
  return Editor.open(browser, `${site.url}/?${query}`);
}
