/** The live hub as a source. Pages that have come are kept in a journal beside the output, so that a stopped build goes on where it was. */
import { appendFileSync, createReadStream, existsSync, rmSync, truncateSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { hubStatement } from '../../../db/etl/hubRecord';
import { type Statement, wholeSource } from '../../../db/etl/statement';
import type { HubClient, HubJson } from '../../../db/hub/client';
import type { CancelSignal } from '../../../shared/fetch';
import { UserError } from '../../../shared/result';
import type { Extracted } from './source';

/** A line of the journal: a page as it came, with the day, and where the listing goes on. */
interface JournalPage {
  readonly day: string;
  readonly cursor: string | null;
  readonly models: readonly HubJson[];
}

export interface HubTopRequest {
  readonly client: Pick<HubClient, 'topModels'>;
  readonly endpoint: string;
  readonly wanted: number;
  readonly journal: string;
  readonly signal: CancelSignal;
  /** Hears how many models have come. */
  readonly progress: (done: number) => void;
  /** ISO date of today. */
  readonly today: string;
}

/** The most downloaded models of the hub. Call `done` when the catalogue is written: the journal has served. */
export function hubTop(request: HubTopRequest): Extracted & { readonly done: () => void } {
  const source = { name: sourceName(request.endpoint), date: request.today };
  const passed = { count: 0 };
  async function* statements(): AsyncGenerator<Statement> {
    let done = 0;
    for await (const { models, day } of pages(request)) {
      request.progress((done += models.length));
      const sources = wholeSource({ name: source.name, date: day });
      for (const model of models) {
        const statement = hubStatement(model, sources);
        if (statement) yield statement;
        else passed.count++;
      }
    }
  }
  return { source, statements: statements(), passed, done: () => rmSync(request.journal, { force: true }) };
}

async function* pages({
  client,
  wanted,
  journal,
  signal,
  today,
}: HubTopRequest): AsyncGenerator<JournalPage> {
  let left = wanted;
  let cursor: string | null = null;
  for await (const page of journalled(journal)) {
    if (left <= 0) return;
    yield page;
    left -= page.models.length;
    cursor = page.cursor;
    // That was the hub's last page.
    if (cursor === null) return;
  }
  if (left <= 0) return;
  for await (const answer of client.topModels(left, { cursor, signal })) {
    if (!answer.ok) throw new UserError(answer.error);
    const page = { day: today, cursor: answer.value.cursor, models: answer.value.models };
    appendFileSync(journal, `${JSON.stringify(page)}\n`);
    yield page;
  }
}

/** The whole pages of a journal; what a killed run left half written is cut off. */
async function* journalled(journal: string): AsyncGenerator<JournalPage> {
  if (!existsSync(journal)) return;
  let good = 0;
  for await (const line of createInterface({ input: createReadStream(journal), crlfDelay: Infinity })) {
    const page = parsed(line);
    if (!page) break;
    good += Buffer.byteLength(line) + 1;
    yield page;
  }
  truncateSync(journal, good);
}

function parsed(line: string): JournalPage | null {
  try {
    const page = JSON.parse(line) as JournalPage;
    return Array.isArray(page.models) ? page : null;
  } catch {
    return null;
  }
}

function sourceName(endpoint: string): string {
  const { host } = new URL(endpoint);
  return host === 'huggingface.co' ? 'Hugging Face' : host;
}
