/**
 * `npm run bench:cards -- [DIR]`: cards a second on one core for the cards `*.md` under DIR, beside a peer that only parses them
 * (markdown-it for the body, yaml for the front matter) in the same run; and milliseconds for cards of 5 MB of several kinds. Without DIR
 * cards of 4 kB are composed. Processor time, best of eight rounds in turns with the peer: the first ones warm up. One JSON line.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import MarkdownIt from 'markdown-it';
import { parse } from 'yaml';
import { extractCard } from '../src/cards/extract';

const rounds = 8;
const roundsOfLarge = 3;
const megabytes = 5;

/** Milliseconds of processor time of each work, the best of several rounds in turns: the machine is shared. */
function best(times: number, ...works: readonly (() => void)[]): number[] {
  const fastest = works.map(() => Infinity);
  for (let round = 0; round < times; round++)
    works.forEach((work, index) => {
      fastest[index] = Math.min(fastest[index] ?? Infinity, processorTime(work));
    });
  return fastest;
}

function processorTime(work: () => void): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

function cardsOf(folder: string | undefined): string[] {
  if (folder === undefined) return Array.from({ length: 300 }, (_, seed) => composed(seed));
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => readFileSync(join(folder, file), 'utf8'));
}

/** A card of 4 kB, no two alike. */
function composed(seed: number): string {
  const rows = Array.from(
    { length: 8 },
    (_, row) => `| set-${row} | ${(seed % 50) + row}.5 | 0.${seed + 100} |`,
  );
  const prose = `This model (number ${seed}) was trained on the [Letters-${seed}](https://example.org/${seed}) corpus with a batch size of ${seed + 8}. `;
  return [
    `---\nlicense: mit\nlanguage:\n- en\ndatasets:\n- set-${seed}\n---\n# Model ${seed}\n`,
    prose.repeat(8),
    `\n## Evaluation\n\n| Data | BLEU | F1 |\n|---|---|---|\n${rows.join('\n')}\n`,
    `\n## Training hyperparameters\n\n- learning_rate: ${seed}e-05\n- num_epochs: ${seed}\n`,
    `\n## Limitations\n\n${prose.repeat(8)}\n\n\`\`\`python\nfrom transformers import AutoModel\n\`\`\`\n`,
  ].join('\n');
}

/** Cards of 5 MB: what makes them long. */
function large(): Readonly<Record<string, string>> {
  const fill = (part: string) => part.repeat(Math.ceil((megabytes * 1e6) / part.length));
  return {
    prose: fill('It was trained on the Letters corpus for 3 epochs. It may not work well.\n\n'),
    oneParagraph: fill('It was trained on the [Letters](https://example.org) corpus, see *here*. '),
    table: `## Results\n\n| Data | F1 | BLEU |\n|---|---|---|\n${fill('| set | 91.5 | 30.2 |\n')}`,
    list: fill('- learning_rate: 2e-05\n- **Base model:** [x](https://example.org/x)\n'),
    code: `\`\`\`\n${fill('x = call(1, name="value")\n')}\`\`\`\n`,
    html: fill('<div><a href="https://example.org">paper</a><br><b>License:</b> MIT</div>\n'),
    yaml: `---\ntags:\n${fill('- a-tag\n')}---\n# X\n`,
  };
}

/** What reading a card costs at the least. */
function parseAlone(library: InstanceType<typeof MarkdownIt>, text: string): void {
  const end = text.startsWith('---\n') ? text.indexOf('\n---', 3) : -1;
  if (end > 0) {
    try {
      parse(text.slice(4, end), { logLevel: 'silent', uniqueKeys: false });
    } catch {
      // Broken front matter costs the peer nothing more.
    }
  }
  library.parse(end > 0 ? text.slice(end + 4) : text, {});
}

function main(): void {
  const cards = cardsOf(process.argv[2]);
  const library = new MarkdownIt({ html: true });
  const sizes = cards.map(({ length }) => length).sort((a, b) => a - b);
  const [ours = 0, peer = 0] = best(
    rounds,
    () => cards.forEach((text) => void extractCard(text)),
    () => cards.forEach((text) => parseAlone(library, text)),
  );
  const entries = Object.entries(large()).map(([kind, text]) => {
    const [time = 0] = best(roundsOfLarge, () => void extractCard(text));
    return [kind, Math.round(time)] as const;
  });
  const perSecond = (milliseconds: number) => Math.round((cards.length * 1000) / milliseconds);
  const result = {
    cards: cards.length,
    medianCharacters: sizes[Math.floor(sizes.length / 2)],
    millisecondsACard: Number((ours / cards.length).toFixed(3)),
    cardsPerSecond: perSecond(ours),
    peerCardsPerSecond: perSecond(peer),
    ratioToPeer: Number((ours / peer).toFixed(2)),
    millisecondsFor5MB: Object.fromEntries(entries),
  };
  process.stdout.write(`${JSON.stringify(result)}\n`);
}

main();
