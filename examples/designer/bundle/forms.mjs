// SPDX-License-Identifier: Apache-2.0
// Kaoto draws a form from a JSON schema, which its catalog holds beside each component and Kamelet. Kaoto's own generator
// is not published; what it does is done here, and held against what it made of the stock catalog.
import { isDeepStrictEqual } from 'node:util';

const DRAFT = 'http://json-schema.org/draft-07/schema#';
const OF_KAMELET = ['type', 'title', 'description', 'enum', 'default', 'format'];

/** The form of a component's endpoint. */
export function componentForm(component) {
  const options = Object.entries(component.properties);
  const required = options.filter(([, option]) => option.required).map(([name]) => name);
  return {
    $schema: DRAFT,
    type: 'object',
    properties: Object.fromEntries(options.map(([name, option]) => [name, field(option)])),
    ...(required.length > 0 && { required }),
  };
}

function field(option) {
  const bean = option.type === 'object' && !option.javaType.startsWith('java.util.Map');
  const words = option.enum?.length > 0 && !option.multiValue;
  const formats = [
    bean && `bean:${option.javaType}`,
    option.type === 'duration' && 'duration',
    option.secret && 'password',
  ].filter(Boolean);
  return {
    title: option.displayName,
    description: option.description,
    type: bean || words || option.type === 'duration' ? 'string' : option.type,
    ...(words && { enum: option.enum }),
    ...(!words && option.type === 'array' && { items: { type: 'string' } }),
    $comment: `group:${option.group || option.label}`,
    ...(formats.length > 0 && { format: formats.join('|') }),
    ...(option.deprecated && { deprecated: true }),
    ...(option.defaultValue !== undefined && { default: defaultOf(option) }),
  };
}

function defaultOf({ type, defaultValue }) {
  if (['integer', 'boolean'].includes(type)) {
    return defaultValue;
  }
  return type === 'number' && Number.isInteger(defaultValue) ? defaultValue.toFixed(1) : String(defaultValue);
}

/** The form of a Kamelet. */
export function kameletForm(kamelet) {
  const { title, description, required, properties } = kamelet.spec.definition;
  return {
    $schema: DRAFT,
    type: 'object',
    title,
    description,
    required,
    ...(properties && {
      properties: Object.fromEntries(Object.entries(properties).map(([name, property]) => [name, kameletField(property)])),
    }),
  };
}

function kameletField(property) {
  const known = Object.fromEntries(OF_KAMELET.filter((key) => key in property).map((key) => [key, property[key]]));
  return known.type === 'binary' ? { ...known, type: 'string', $comment: 'type:binary' } : known;
}

/** The names of the entries that the catalog has another form for than we would make. */
export function differences(entries, form) {
  return Object.keys(entries).filter(
    (name) => !isDeepStrictEqual(plain(form(entries[name])), plain(entries[name].propertiesSchema)),
  );
}

/** Without what is null or undefined. */
function plain(schema) {
  return JSON.parse(JSON.stringify(schema, (key, value) => value ?? undefined));
}
