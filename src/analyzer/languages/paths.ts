import type { Language } from '../source';

/** Languages by the end of the file name. */
const byExtension: Readonly<Record<string, Language>> = {
  js: 'javascript',
  mjs: 'javascript',
  cjs: 'javascript',
  jsx: 'javascript',
  ts: 'typescript',
  mts: 'typescript',
  cts: 'typescript',
  tsx: 'tsx',
  sh: 'shell',
  bash: 'shell',
  zsh: 'shell',
  yaml: 'config',
  yml: 'config',
  json: 'config',
  toml: 'config',
  dockerfile: 'dockerfile',
  containerfile: 'dockerfile',
  mk: 'makefile',
};

/** Languages by the whole name, which the end does not tell. */
const byName: readonly (readonly [name: RegExp, language: Language])[] = [
  [/^(?:dockerfile|containerfile)(?:[.-]|$)/, 'dockerfile'],
  [/^(?:gnu)?makefile(?:[.-]|$)/, 'makefile'],
  [/(?:requirements|constraints)[\w.-]*\.(?:txt|in)$/, 'requirements'],
];

/** Configuration of tools, locks and caches: never of models, and often large. */
const ofTools =
  /^(?:package(?:-lock)?|composer|tsconfig[\w.-]*|jsconfig|lerna|nx|turbo|renovate|angular|tslint|bower|manifest|deno|vercel|firebase|tokenizer|vocab|special_tokens_map|added_tokens|trainer_state|pytorch_model[\w.-]*|[\w.-]*\.safetensors\.index|[\w.-]*schema|[\w.-]*openapi[\w.-]*|[\w.-]*swagger[\w.-]*|pnpm-lock|mkdocs|codecov|dependabot|\.[\w.-]*)\.(?:json|ya?ml|toml)$|(?:^|[-.])lock\.(?:json|ya?ml|toml)$|\.code-workspace$/;
const toolFolders =
  /(?:^|\/)(?:\.github|\.vscode|\.idea|\.circleci|\.git|locales?|i18n|translations|node_modules|__pycache__)\//;

/** Pipelines: of all that they hold only the commands are read. */
const pipelines =
  /(?:^|\/)(?:\.github\/(?:workflows|actions)\/.+|\.circleci\/[^/]+|\.gitlab-ci|[^/]*\.gitlab-ci|\.travis|azure-pipelines[^/]*|bitbucket-pipelines|cloudbuild[^/]*|\.gitlab\/.+)\.ya?ml$/;

/** Requirements in a folder of their own: `requirements/dev.txt`. */
const requirementsFolder = /(?:^|\/)requirements\/[^/]+\.(?:txt|in)$/;

/** The language of a file that is not Python, by its path alone; null when it is none that can name a model. */
export function languageOfText(path: string): Language | null {
  const lower = path.toLowerCase();
  const name = lower.slice(lower.lastIndexOf('/') + 1);
  const named = byName.find(([pattern]) => pattern.test(name));
  if (named) return named[1];
  if (requirementsFolder.test(lower)) return 'requirements';
  const language = name.includes('.') ? (byExtension[name.slice(name.lastIndexOf('.') + 1)] ?? null) : null;
  const isOfTool =
    language === 'config' && !isPipeline(lower) && (ofTools.test(name) || toolFolders.test(lower));
  return isOfTool ? null : language;
}

/** Whether a file says what is run where the project is built and tested. */
export function isPipeline(path: string): boolean {
  return pipelines.test(path.toLowerCase());
}
