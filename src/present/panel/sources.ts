import { message } from '../../shared/message';
import type { Reader } from '../reader';
import type { Block, FactRow } from './page';
import { paragraph, quiet } from './pieces';

/** Facts below their commonest source, which is said once; a fact that is from elsewhere says so itself. */
export function factsBySource(rows: readonly FactRow[], { localize }: Reader): Block[] {
  const counts = new Map<string, number>();
  for (const { source } of rows) if (source) counts.set(source, (counts.get(source) ?? 0) + 1);
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  if (!most || most[1] < 2) return [{ kind: 'facts', rows }];
  const [common] = most;
  return [
    paragraph(quiet(localize(message('From {0}, where no other source is named.', common)))),
    { kind: 'facts', rows: rows.map((row) => (row.source === common ? withoutSource(row) : row)) },
  ];
}

function withoutSource({ name, value }: FactRow): FactRow {
  return { name, value };
}
