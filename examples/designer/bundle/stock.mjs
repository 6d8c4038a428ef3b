// SPDX-License-Identifier: Apache-2.0
// Kaoto's stock catalog for one version of Camel, from the npm package that Kaoto takes it from. Nothing of it is kept here.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

const PACKAGE = '@kaoto/camel-catalog@0.10.4';
const INTEGRITY =
  'sha512-Tz03n9Xm9Nn4oVvSVW9R0YP9vpkotpE1DgHS+wBItncoREjcOJm406iYtzBHkKgH7/LcZOz5buFr27zmfXzJIg==';
const INSIDE = 'package/dist/camel-catalog';

/** Fetches it into a folder, unless it is there already, and opens it. */
export function stockCatalog(camelVersion, folder) {
  if (!existsSync(join(folder, 'index.json'))) {
    fetch(camelVersion, folder);
  }
  const definition = json(folder, 'index.json').definitions.find(
    ({ runtime, version }) => runtime === 'Main' && version === camelVersion,
  );
  const home = join(folder, dirname(definition.fileName));
  const index = json(folder, definition.fileName);
  return {
    definition,
    index,
    home,
    components: json(home, index.catalogs.components.file),
    kamelets: json(home, index.catalogs.kamelets.file),
  };
}

function fetch(camelVersion, folder) {
  const unfinished = `${folder}.part`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  const [packed] = JSON.parse(
    execFileSync('npm', ['pack', PACKAGE, '--json', '--pack-destination', unfinished], {
      stdio: ['ignore', 'pipe', 'ignore'],
    }),
  );
  if (packed.integrity !== INTEGRITY) {
    throw new Error(`${PACKAGE} is not what it was when this was written: its integrity is ${packed.integrity}`);
  }
  const archive = join(unfinished, packed.filename);
  const wanted = [`${INSIDE}/camel-main/${camelVersion}`, `${INSIDE}/index.json`];
  execFileSync('tar', ['-xzf', archive, '-C', unfinished, '--strip-components', '3', ...wanted]);
  rmSync(archive);
  renameSync(unfinished, folder);
}

export function json(...path) {
  return JSON.parse(readFileSync(join(...path), 'utf8'));
}
