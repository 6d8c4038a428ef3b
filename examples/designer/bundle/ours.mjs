// SPDX-License-Identifier: Apache-2.0
// What this repository has for designers: components as Camel's plugin describes them, and Kamelets with their version.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const repository = fileURLToPath(new URL('../../..', import.meta.url));

export const version = readFileSync(join(repository, 'pom.xml'), 'utf8').match(
  /<artifactId>purchase-orders-parent<\/artifactId>\s*<version>(.*?)<\/version>/,
)[1];

/** The JSON of each component, by scheme. */
export function components() {
  const folder = join(repository, 'connector/src/generated/resources/META-INF/io/postatus');
  return Object.fromEntries(
    readdirSync(folder)
      .sort()
      .map((scheme) => [scheme, JSON.parse(readFileSync(join(folder, scheme, `${scheme}.json`), 'utf8'))]),
  );
}

/** The text of each Kamelet, by file name. */
export function kamelets() {
  const folder = join(repository, 'routes/src/main/resources/kamelets');
  return Object.fromEntries(
    readdirSync(folder)
      .sort()
      .map((file) => [file, readFileSync(join(folder, file), 'utf8').replaceAll('@project.version@', version)]),
  );
}

/** The text of each file of the example flows, by file name. */
export function flows() {
  const folder = join(repository, 'examples/designer/flows');
  return Object.fromEntries(
    readdirSync(folder)
      .sort()
      .map((file) => [file, readFileSync(join(folder, file), 'utf8')]),
  );
}
