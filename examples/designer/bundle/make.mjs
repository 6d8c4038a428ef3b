// SPDX-License-Identifier: Apache-2.0
// Makes target/purchase-orders-designer-VERSION.zip; docs/designers.md says what for.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { componentForm, differences, kameletForm } from './forms.mjs';
import { components, flows, kamelets, repository, version } from './ours.mjs';
import { stockCatalog } from './stock.mjs';

/** The release of Camel 4.18 that Kaoto has a catalog of. */
const CAMEL = '4.18.4';
/** Where Kaoto's generator lets a Java long overflow. */
const NOT_EQUALLED = ['grpc'];
const PROVIDER = 'io.postatus';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const target = here('../target');
const name = `purchase-orders-designer-${version}`;
const bundle = join(target, name);
const stock = stockCatalog(CAMEL, join(target, 'stock-catalog'));

checkForms();
rmSync(bundle, { recursive: true, force: true });
writeAll('kamelets', kamelets());
writeAll('flows', flows());
writeKaotoCatalog();
writeKaravanComponents();
writeWhatToDo();
zip();

/** A form that we make of a stock entry must be the one that Kaoto made of it. */
function checkForms() {
  const wrong = [
    ...differences(stock.components, componentForm).filter((component) => !NOT_EQUALLED.includes(component)),
    ...differences(stock.kamelets, kameletForm),
  ];
  if (wrong.length > 0) {
    throw new Error(`Kaoto draws other forms than we would make for ${wrong.join(', ')}: mend forms.mjs`);
  }
  const checked = Object.keys(stock.components).length - NOT_EQUALLED.length;
  console.log(`forms are derived as Kaoto does: ${checked} components, ${Object.keys(stock.kamelets).length} Kamelets`);
}

/** The stock catalog and ours in one, since Kaoto reads one. */
function writeKaotoCatalog() {
  const home = `kaoto/camel-main/${CAMEL}`;
  const { index, definition } = structuredClone(stock);
  const all = { components: { ...stock.components }, kamelets: { ...stock.kamelets } };
  for (const [scheme, component] of Object.entries(components())) {
    component.component.provider = PROVIDER;
    all.components[scheme] = { ...component, propertiesSchema: componentForm(component) };
  }
  for (const text of Object.values(kamelets())) {
    const kamelet = parse(text);
    all.kamelets[kamelet.metadata.name] = { ...kamelet, propertiesSchema: kameletForm(kamelet) };
  }
  for (const entry of [...Object.values(index.catalogs), ...Object.values(index.schemas)]) {
    copy(join(stock.home, entry.file), join(home, entry.file));
  }
  for (const [kind, entries] of Object.entries(all)) {
    rmSync(join(bundle, home, index.catalogs[kind].file));
    index.catalogs[kind].file = writeHashed(home, kind, entries);
  }
  index.name = definition.name = `Camel Main ${CAMEL} and purchase orders`;
  definition.fileName = `camel-main/${CAMEL}/${writeHashed(home, 'index', index)}`;
  write('kaoto/index.json', JSON.stringify({ definitions: [definition], version: 1, name: 'purchase-orders' }));
}

/** As Karavan keeps its list: without what only the component itself is set up by. */
function writeKaravanComponents() {
  const known = Object.values({ ...stock.components, ...components() })
    .filter(({ component }) => !component.deprecated && component.name !== 'kamelet')
    .map(({ component, properties, headers }) => ({ component, properties, headers }));
  write('karavan/components.json', JSON.stringify(known));
}

function writeWhatToDo() {
  ['LICENSE', 'NOTICE'].forEach((file) => copy(join(repository, file), file));
  copy(here('README-of-the-bundle.md'), 'README.md');
  copy(here('serve-catalog.mjs'), 'serve-catalog.mjs');
}

/** The name changes with the content, so that no cache shows an old one. */
function writeHashed(folder, stem, value) {
  const text = JSON.stringify(value);
  const file = `${stem}-${createHash('sha256').update(text).digest('hex').slice(0, 8)}.json`;
  write(`${folder}/${file}`, text);
  return file;
}

function writeAll(folder, texts) {
  Object.entries(texts).forEach(([file, text]) => write(`${folder}/${file}`, text));
}

function write(path, text) {
  mkdirSync(dirname(join(bundle, path)), { recursive: true });
  writeFileSync(join(bundle, path), text);
}

function copy(from, to) {
  mkdirSync(dirname(join(bundle, to)), { recursive: true });
  copyFileSync(from, join(bundle, to));
}

function zip() {
  const file = join(target, `${name}.zip`);
  rmSync(file, { force: true });
  execFileSync('jar', ['--create', '--no-manifest', '--file', file, '-C', target, name]);
  console.log(`made ${file}`);
}
