import { Uri, workspace } from 'vscode';
import { type Analyzer, createAnalyzer } from '../../analyzer/analyzer';
import type { Catalogue } from '../../db/catalogue';
import { openCatalogue } from '../../db/open';
import { loadSqlite } from '../../db/sqlite';
import { once } from '../once';
import { english, message } from '../../shared/message';
import { failure, type Result } from '../../shared/result';
import { grammarFiles } from '../grammarFiles';

/** The files that the build puts beside the bundle, read through VS Code so that the browser can read them too. */
export class Assets {
  /** SQLite, loaded on first need. */
  readonly sqlite = once(async () => loadSqlite(await this.bytes('sql-wasm.wasm')));

  constructor(private readonly dist: Uri) {}

  async analyzer(): Promise<Analyzer> {
    const [runtime, python, javascript, typescript, tsx] = await Promise.all([
      this.bytes('web-tree-sitter.wasm'),
      this.bytes(grammarFiles.python),
      this.bytes(grammarFiles.javascript),
      this.bytes(grammarFiles.typescript),
      this.bytes(grammarFiles.tsx),
    ]);
    return createAnalyzer({ runtime, grammars: { python, javascript, typescript, tsx } });
  }

  /** Opens the catalogue that ships, or says why it cannot be opened. */
  async catalogue(): Promise<Result<Catalogue>> {
    const name = 'catalog.sqlite';
    const file = Uri.joinPath(this.dist, name).path;
    try {
      const [sqlite, bytes, index] = await Promise.all([
        this.sqlite(),
        this.bytes(name),
        this.bytes('catalog-search.bin'),
      ]);
      const opened = openCatalogue(sqlite, bytes, () => index);
      return opened.ok
        ? opened
        : failure(message('the catalogue {0} cannot be used: {1}', file, english(opened.error)));
    } catch (error) {
      return failure(message('the catalogue {0} cannot be read: {1}', file, String(error)));
    }
  }

  private async bytes(name: string): Promise<Uint8Array> {
    return await workspace.fs.readFile(Uri.joinPath(this.dist, name));
  }
}
