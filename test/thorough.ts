import { PythonAnalyzer } from '../src/analyzer/python/analyzer';
import { loadParser, startRuntime } from '../src/analyzer/grammar';
import { SignatureIndex } from '../src/analyzer/signatureIndex';
import { families } from '../src/analyzer/signatures/families';

/** For which a loader may have any name: then no file is thrown out by its words, and every call of it is looked at. */
class AnyName extends SignatureIndex {
  override mayHaveAnyName(): boolean {
    return true;
  }
}

/** An analyzer that leaves nothing out: what the quick one finds is held against it. */
export async function thoroughAnalyzer(runtime: Uint8Array, python: Uint8Array): Promise<PythonAnalyzer> {
  await startRuntime(runtime);
  return new PythonAnalyzer(await loadParser(python), new AnyName(families, 'python'));
}
