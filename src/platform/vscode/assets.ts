import { Uri, workspace } from 'vscode';
import { type Analyzer, createAnalyzer } from '../../analyzer/analyzer';
import type { Catalogue } from '../../db/catalogue';
import { openCatalogue } from '../../db/open';
import { loadSqlite } from '../../db/sqlite';
import { message } from '../../shared/message';
import { failure, type Result } from '../../shared/result';

/** The files that the build puts beside the bundle, read through VS Code so that the browser can read them too. */
export class Assets {
  constructor(private readonly dist: Uri) {}

  async analyzer(): Promise<Analyzer> {
    const [runtime, python, javascript, typescript, tsx] = await Promise.all([
      this.bytes('web-tree-sitter.wasm'),
      this.bytes('tree-sitter-python.wasm'),
      this.bytes('tree-sitter-javascript.wasm'),
      this.bytes('tree-sitter-typescript.wasm'),
      this.bytes('tree-sitter-tsx.wasm'),
    ]);
    return createAnalyzer({ runtime, grammars: { python, javascript, typescript, tsx } });
  }

  /** Opens the catalogue that ships, or says why it cannot be opened. */
  async catalogue(): Promise<Result<Catalogue>> {
    const name = 'catalog.sqlite';
    try {
      const [wasm, bytes] = await Promise.all([this.bytes('sql-wasm.wasm'), this.bytes(name)]);
      return openCatalogue(await loadSqlite(wasm), bytes);
    } catch (error) {
      const file = Uri.joinPath(this.dist, name).path;
      return failure(message('the catalogue {0} cannot be read: {1}', file, String(error)));
    }
  }

  private async bytes(name: string): Promise<Uint8Array> {
    return await workspace.fs.readFile(Uri.joinPath(this.dist, name));
  }
}
