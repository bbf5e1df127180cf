import table from '../../../../data/pipeline-defaults.json';

/** Models that a `pipeline(task)` takes when none is named: task or alias -> model, of the newest version known. */
export function pipelineDefaults(library: keyof typeof table): Readonly<Record<string, string>> {
  const { models, aliases } = table[library];
  return { ...models, ...named(aliases, models) };
}

/** The same models before the last change of the library's mind: `@xenova/transformers` is transformers.js 2. */
export function earlierPipelineDefaults(library: keyof typeof table): Readonly<Record<string, string>> {
  const { models, aliases, earlier } = table[library];
  const then = Object.assign({}, models, ...earlier.map((version) => version.models)) as Record<
    string,
    string
  >;
  return { ...then, ...named(aliases, then) };
}

function named(aliases: Record<string, string>, models: Record<string, string>): Record<string, string> {
  const entries = Object.entries(aliases).map(([alias, task]) => [alias, models[task] ?? ''] as const);
  return Object.fromEntries(entries);
}
