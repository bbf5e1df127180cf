import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Claim, Tool } from './compare';

interface Alone {
  readonly tool: Tool;
  readonly repository: string;
  readonly claim: Claim;
}

const size = 100;

/** A seeded sample, half from each side, each with the lines around its place: a sheet for whoever reads the source. */
export function sampleOf(alone: readonly Alone[], folder: string): string {
  const random = generator(20261121);
  const picked = (['lens', 'cdxgen'] as const).flatMap((tool) =>
    shuffled(
      alone.filter((one) => one.tool === tool),
      random,
    ).slice(0, size / 2),
  );
  return picked.map((one, index) => sheet(one, index, folder)).join('\n');
}

function sheet({ tool, repository, claim: { id, place } }: Alone, index: number, folder: string): string {
  const [file = '', line = '1'] = place.split(':');
  return `## ${index + 1} ${tool} ${repository} ${id}\n${place}\n${around(join(folder, repository, file), Number(line))}\n`;
}

function around(file: string, line: number): string {
  try {
    const lines = readFileSync(file, 'utf8')
      .split('\n')
      .slice(Math.max(0, line - 4), line + 2);
    return lines.map((text) => `    ${text.slice(0, 160)}`).join('\n');
  } catch {
    return '    (cannot be read)';
  }
}

function shuffled<T>(items: readonly T[], random: () => number): T[] {
  return items
    .map((item) => ({ item, rank: random() }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ item }) => item);
}

/** mulberry32: the same numbers on every machine. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
