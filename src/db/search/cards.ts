import { modelColumns, type RecordReader } from '../read';
import type { CardFields, ModelRecord } from '../record';
import type { Database } from '../sqlite';

/** Card fields -> what each must hold, without case. */
export type WantedFields = Readonly<Record<string, string>>;

/** Records whose card fields hold the texts, most downloaded first: few models have such fields, so each of these is looked at. */
export function* recordsWithFields(
  database: Database,
  reader: RecordReader,
  wanted: WantedFields,
): Generator<ModelRecord> {
  const statement = database.prepare(
    `SELECT ${modelColumns} FROM model WHERE card IS NOT NULL ORDER BY downloads DESC`,
  );
  try {
    while (statement.step()) {
      const record = reader.read(statement.get());
      if (hasFields(record.card, wanted)) yield record;
    }
  } finally {
    statement.free();
  }
}

/** Whether each wanted field is there and holds its text. `modelTasks` and `model_tasks` name one field. */
export function hasFields(card: CardFields, wanted: WantedFields): boolean {
  const values = new Map(Object.entries(card).map(([name, value]) => [plain(name), [value].flat()]));
  return Object.entries(wanted).every(([name, text]) =>
    (values.get(plain(name)) ?? []).some((value) => value.toLowerCase().includes(text.toLowerCase())),
  );
}

function plain(name: string): string {
  return name.replace(/[\s_-]/g, '').toLowerCase();
}
