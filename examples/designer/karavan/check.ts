// SPDX-License-Identifier: Apache-2.0
// Opens every flow as Karavan does and saves it again: nothing may be lost or changed. Karavan gives ids to what has none,
// and sorts what a file holds by kind.
import assert from 'node:assert/strict';
import { CamelDefinitionYaml } from 'karavan-core/src/core/api/CamelDefinitionYaml';
import { CamelUtil } from 'karavan-core/src/core/api/CamelUtil';
import { ComponentApi } from 'karavan-core/src/core/api/ComponentApi';
import { KameletApi } from 'karavan-core/src/core/api/KameletApi';
import { load as parse } from 'js-yaml';
import { components, flows, kamelets } from '../bundle/ours.mjs';

type Json = any;

ComponentApi.saveComponents(Object.values(components()).map((component) => JSON.stringify(component)));
KameletApi.saveKamelets(Object.values(kamelets()), true);

for (const scheme of Object.keys(components())) {
  for (const end of ['consumer', 'producer'] as const) {
    assert.notEqual(ComponentApi.getComponentProperties(scheme, end).length, 0, `${scheme} has no form as ${end}`);
  }
}
for (const file of Object.keys(kamelets())) {
  const name = file.replace('.kamelet.yaml', '');
  assert.ok(KameletApi.findKameletByName(name), `${name} is not in the palette`);
  assert.notEqual(KameletApi.getKameletProperties(name).length, 0, `${name} has no form`);
}

for (const [file, text] of Object.entries<string>(flows()).filter(([name]) => name.endsWith('.camel.yaml'))) {
  const saved = save(file, text);
  assert.equal(save(file, saved), saved, `${file}: saving twice is not saving once`);
  assert.deepEqual(withoutAddedIds(parse(saved), parse(text)), parse(text), `${file}: what is saved is not what was opened`);
  steps(CamelDefinitionYaml.yamlToIntegration(file, text).spec.flows).forEach((step) => {
    const [complete, missing] = CamelUtil.checkRequired(step);
    assert.ok(complete, `${file}: ${step.dslName} ${step.id}: ${missing}`);
  });
  console.log(`${file} is the same after Karavan has saved it`);
}

function save(file: string, text: string): string {
  return CamelDefinitionYaml.integrationToYaml(CamelDefinitionYaml.yamlToIntegration(file, text));
}

function withoutAddedIds(saved: Json, opened: Json): Json {
  if (Array.isArray(saved)) {
    return saved.map((entry, i) => withoutAddedIds(entry, opened?.[i]));
  }
  if (saved === null || typeof saved !== 'object') {
    return saved;
  }
  return Object.fromEntries(
    Object.entries(saved)
      .filter(([key]) => key !== 'id' || opened?.id !== undefined)
      .map(([key, value]) => [key, withoutAddedIds(value, opened?.[key])]),
  );
}

/** All steps and what holds steps. */
function steps(node: Json): Json[] {
  if (node === null || typeof node !== 'object') {
    return [];
  }
  return [...(node.dslName ? [node] : []), ...Object.values(node).flatMap(steps)];
}
