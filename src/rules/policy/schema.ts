/** Checks a value against the part of JSON Schema that media/ptm-lens.schema.json uses, so that editor and program hold the same rules. */
import { type Message, message } from '../../shared/message';

/** The keywords of JSON Schema that are understood. */
export interface Schema {
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly minLength?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly $ref?: string;
  readonly definitions?: Readonly<Record<string, Schema>>;
}

export type Path = readonly (string | number)[];

/** Something wrong with a value, and where in it. */
export interface Problem {
  readonly path: Path;
  readonly message: Message;
}

/** What is right of the value: wrong entries are left out, each with a problem. */
export interface Checked {
  readonly value: unknown;
  readonly problems: readonly Problem[];
}

/** Checks `value`; unknown keys, wrong types and missing keys are problems, and the rest still counts. */
export function checkSchema(value: unknown, root: Schema): Checked {
  const problems: Problem[] = [];
  const report = (path: Path, text: Message) => {
    problems.push({ path, message: text });
    return undefined;
  };
  const check = (part: unknown, given: Schema, path: Path): unknown => {
    const schema = given.$ref ? (root.definitions?.[given.$ref.slice('#/definitions/'.length)] ?? {}) : given;
    if (schema.type && typeName(part) !== schema.type)
      return report(path, message('this must be of type {0}', schema.type));
    if (Array.isArray(part)) return checkItems(part, schema.items ?? {}, path);
    if (typeName(part) === 'object') return checkProperties(part as Record<string, unknown>, schema, path);
    return typeof part === 'string' ? checkString(part, schema, path) : part;
  };
  const checkItems = (list: readonly unknown[], items: Schema, path: Path): unknown[] =>
    list.map((item, index) => check(item, items, [...path, index])).filter((item) => item !== undefined);
  const checkProperties = (object: Record<string, unknown>, schema: Schema, path: Path): unknown => {
    const properties = schema.properties ?? {};
    const kept: Record<string, unknown> = {};
    for (const [key, part] of Object.entries(object)) {
      const own = Object.hasOwn(properties, key) ? properties[key] : undefined;
      if (own) kept[key] = check(part, own, [...path, key]);
      else
        report(
          [...path, key],
          message('"{0}" is not a key of the policy; known here: {1}', key, known(properties)),
        );
    }
    const missing = (schema.required ?? []).find((key) => kept[key] === undefined);
    if (missing === undefined) return kept;
    return missing in object ? undefined : report(path, message('"{0}" is missing', missing));
  };
  const checkString = (text: string, schema: Schema, path: Path): unknown => {
    if (schema.enum && !schema.enum.includes(text))
      return report(path, message('"{0}" is none of: {1}', text, schema.enum.join(', ')));
    if (text.trim().length < (schema.minLength ?? 0)) return report(path, message('this may not be empty'));
    if (schema.pattern && !new RegExp(schema.pattern).test(text))
      return report(path, message('"{0}" is no date of the form YYYY-MM-DD', text));
    return text;
  };
  return { value: check(value, root, []), problems };
}

function known(properties: Readonly<Record<string, unknown>>): string {
  return Object.keys(properties)
    .filter((key) => !key.startsWith('$'))
    .join(', ');
}

function typeName(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}
