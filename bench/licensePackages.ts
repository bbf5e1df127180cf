/** The packages of `bench/licenses.ts`: real licence texts and manifests, laid out as a monorepo and as installed packages. */
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A package that is installed here: its licence file and what its manifest says. */
interface Sample {
  readonly licenseFile: string;
  readonly licenseName: string;
  readonly declared: string;
}

/** Makes `workspace/packages/*` and, with the same files, `installed/node_modules/*` below `root`. */
export function composePackages(root: string, count: number): void {
  const samples = samplesOf(join(import.meta.dirname, '../node_modules'));
  if (samples.length === 0) throw new Error('no package with a licence file is installed here');
  const dependencies: Record<string, string> = {};
  for (let index = 0; index < count; index++) {
    const sample = samples[index % samples.length];
    if (!sample) continue;
    const name = `package-${index}`;
    dependencies[name] = '1.0.0';
    const folder = join(root, 'workspace/packages', name);
    mkdirSync(folder, { recursive: true });
    cpSync(sample.licenseFile, join(folder, sample.licenseName));
    const manifest = { name, version: '1.0.0', license: sample.declared };
    writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
    writeFileSync(join(folder, 'index.js'), 'module.exports = {};\n');
    cpSync(folder, join(root, 'installed/node_modules', name), { recursive: true });
  }
  const host = { name: 'host', version: '1.0.0', license: 'MIT', dependencies };
  writeFileSync(join(root, 'installed/package.json'), JSON.stringify(host));
}

function samplesOf(modules: string): Sample[] {
  return readdirSync(modules).flatMap((name) => {
    const folder = join(modules, name);
    try {
      const licenseName = readdirSync(folder).find((file) => /^licen[cs]e(\.(md|txt))?$/i.test(file));
      const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
        license?: unknown;
      };
      if (licenseName === undefined || typeof manifest.license !== 'string') return [];
      return [{ licenseFile: join(folder, licenseName), licenseName, declared: manifest.license }];
    } catch {
      return [];
    }
  });
}
