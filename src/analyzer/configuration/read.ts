import { readJson } from './json';
import type { SourceText } from '../text';
import type { ConfigFile } from './node';
import { readToml } from './toml';
import { readYaml } from './yaml';

/** The one reader of YAML, JSON and TOML: by the end of the file's name, YAML where it does not tell. */
export function readConfig(source: SourceText): ConfigFile {
  const name = source.path.toLowerCase();
  try {
    if (name.endsWith('.toml')) return readToml(source);
    return /\.(?:jsonc?|code-workspace)$/.test(name) ? readJson(source) : readYaml(source);
  } catch {
    return { documents: [], broken: true };
  }
}
