import { window } from 'vscode';
import { type Message, message } from '../../shared/message';
import { localize } from '../words';

/** Lets the user pick one of a table's keys by its words; the one that holds now is marked. */
export async function pickKey<K extends string>(
  labels: Readonly<Record<K, Message>>,
  current: K,
  question: Message,
): Promise<K | undefined> {
  const items = (Object.keys(labels) as K[]).map((key) => ({
    key,
    label: localize(labels[key]),
    ...(key === current && { description: localize(message('now')) }),
  }));
  return (await window.showQuickPick(items, { placeHolder: localize(question) }))?.key;
}
