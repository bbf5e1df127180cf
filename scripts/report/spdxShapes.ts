/** The SHACL shapes of SPDX, which see what a JSON schema cannot: whether what a document refers to is there, and of the right class. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Packages that are needed for this alone: npm puts them into a temporary folder. */
const packages = ['jsonld@9.0.0', 'n3@2.13.12', 'rdf-validate-shacl@0.6.5'];

/** As much of their types as is used. */
interface JsonLd {
  toRDF(document: object, options: { format: string; safe: boolean }): Promise<string>;
}
interface Term {
  readonly value: string;
}
interface Quad {
  readonly subject: Term;
  readonly predicate: Term;
}
interface Graph extends Iterable<Quad> {
  add(quad: Quad): void;
}
interface N3 {
  readonly Parser: new (options?: { format: string }) => { parse(text: string): Quad[] };
  readonly Store: new (quads: readonly Quad[]) => Graph;
}
interface Violation {
  readonly focusNode: Term | null;
  readonly path: Term | null;
  readonly value: Term | null;
  readonly message: readonly Term[];
}
type Validator = new (shapes: Graph) => {
  validate(data: Graph): Promise<{ readonly results: readonly Violation[] }>;
};

/** Classes of OWL are classes: shapes of SPDX lean on it, and say nothing of it. */
const classes =
  '<http://www.w3.org/2002/07/owl#Class> <http://www.w3.org/2000/01/rdf-schema#subClassOf> <http://www.w3.org/2000/01/rdf-schema#Class> .';
const aboutClasses = /(?:rdf-schema#subClassOf|rdf-syntax-ns#type)$/;

/**
 * Gives a check that lists what a document does wrong.
 * @param rdf the folder `rdf` of SPDX's specification 3.0.1, with `spdx-model.ttl` and `spdx-context.jsonld`
 */
export async function spdxShapes(
  rdf: string,
  work: string,
): Promise<(document: object) => Promise<string[]>> {
  execFileSync('npm', ['install', '--silent', '--ignore-scripts', '--prefix', work, ...packages], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const load = async (name: string): Promise<unknown> => {
    const file = createRequire(join(work, 'node_modules/x.js')).resolve(name);
    return ((await import(pathToFileURL(file).href)) as { default: unknown }).default;
  };
  const jsonld = (await load('jsonld')) as JsonLd;
  const { Parser, Store } = (await load('n3')) as N3;
  const SHACLValidator = (await load('rdf-validate-shacl')) as Validator;
  const model = new Parser().parse(`${readFileSync(join(rdf, 'spdx-model.ttl'), 'utf8')}\n${classes}`);
  const { '@context': context } = JSON.parse(
    readFileSync(join(rdf, 'spdx-context.jsonld'), 'utf8'),
  ) as Readonly<Record<string, unknown>>;
  const validator = new SHACLValidator(new Store(model));
  return async (document) => {
    const quads = await jsonld.toRDF(
      { ...document, '@context': context },
      { format: 'application/n-quads', safe: true },
    );
    const own = new Parser({ format: 'N-Quads' }).parse(quads);
    const subjects = new Set(own.map(({ subject }) => subject.value));
    const known = model.filter(({ predicate }) => aboutClasses.test(predicate.value));
    const { results } = await validator.validate(new Store([...own, ...known]));
    // The model's own individuals stand for more than is said of them here.
    return results.filter(({ focusNode }) => subjects.has(focusNode?.value ?? '')).map(words);
  };
}

function words({ focusNode, path, value, message }: Violation): string {
  const said = message.map((text) => text.value).join(' ');
  return [focusNode?.value, path?.value, value?.value, said].filter((part) => part).join(' ');
}
