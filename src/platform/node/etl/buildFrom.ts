import { join } from 'node:path';
import type { AliasRow } from '../../../db/etl/load';
import { message } from '../../../shared/message';
import { UserError } from '../../../shared/result';
import { loadCatalogue } from '../catalogueFile';
import { type BuildReport, type BuildRequest, buildCatalogueFile } from './build';
import { hubSource } from './hubSource';
import { openFileSource } from './kinds';
import type { OpenedSource } from './source';

/** A build as its user words it. */
export interface BuildOrder extends Pick<BuildRequest, 'output' | 'signal' | 'progress'> {
  /** `KIND:PATH`; of several the one named first counts, fact by fact. */
  readonly from: readonly string[];
  /** The folder of the bundles: names that hold for every catalogue are in the one that ships. */
  readonly dist: string;
  /** For the live hub. */
  readonly token: string | null;
}

/** Builds a catalogue file from sources that are named by kind and path. What the user can mend is a `UserError`. */
export async function buildFrom(order: BuildOrder): Promise<BuildReport> {
  const sources = order.from.map((text) => openSource(text, order));
  const aliases = await shippedAliases(order.dist);
  const report = await buildCatalogueFile({ ...order, sources, aliases, thread: threadScript(order.dist) });
  for (const { done } of sources) done?.();
  return report;
}

/** The bundle that helping threads run. */
const threadScript = (dist: string) => join(dist, 'build-thread.js');

function openSource(text: string, { output, dist, token, signal, progress }: BuildOrder): OpenedSource {
  const [, kind = '', path = ''] = /^([\w-]+):(.+)$/s.exec(text) ?? [];
  if (kind === '') throw new UserError(message('"{0}" is not KIND:PATH', text));
  if (kind !== 'hub') return openFileSource(kind, path, threadScript(dist));
  const journal = `${output}.hub-journal`;
  return hubSource(path, { journal, token, signal, progress: (done) => progress('read', done) });
}

/** Moves of the hub and short names of libraries hold for every catalogue. */
async function shippedAliases(dist: string): Promise<AliasRow[]> {
  const opened = await loadCatalogue(dist);
  if (!opened.ok) throw new UserError(opened.error);
  const shipped = opened.value;
  const sql = 'SELECT alias, library, kind, model, hub FROM aliases';
  const answer = shipped.query(sql, { maxRows: 1_000_000 });
  shipped.dispose();
  if (!answer.ok) throw new UserError(answer.error);
  return answer.value.rows.map(([alias, library, kind, id, hub]) => ({
    alias: String(alias),
    library: String(library),
    kind: kind as AliasRow['kind'],
    id: String(id),
    hub: hub as AliasRow['hub'],
  }));
}
