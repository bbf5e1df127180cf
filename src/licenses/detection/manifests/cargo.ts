/** https://doc.rust-lang.org/cargo/reference/manifest.html#the-license-and-license-file-fields */
import { parse } from 'smol-toml';
import { declares, lineOf, type ManifestReader, table } from '../declared';

export const readCargo: ManifestReader = (text) => {
  try {
    const root = parse(text);
    const own = table(root['package'])['license'];
    const shared = table(table(root['workspace'])['package'])['license'];
    return declares(typeof own === 'string' ? own : shared, lineOf(text, /^[ \t]*license\s*=/m));
  } catch {
    return [];
  }
};
