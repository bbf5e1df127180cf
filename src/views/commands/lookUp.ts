import { window } from 'vscode';
import { isHubId } from '../../db/hub/address';
import type { HubError } from '../../db/hub/error';
import { shown } from '../../present/shown';
import { Row } from '../../present/tree/row';
import type { ModelReference } from '../../shared/hub';
import { type Message, message } from '../../shared/message';
import { UserError } from '../../shared/result';
import type { HubLookup } from '../hubLookup';
import { withCancel } from '../hubProgress';
import { localize } from '../words';
import { modelOf } from './arguments';

/** Looks up the model of a row or a link, else the one under the cursor, else one that the user names. */
export async function lookUpOne(
  lookup: HubLookup,
  argument: unknown,
  underCursor: () => Promise<ModelReference | null>,
): Promise<void> {
  lookup.requireHub();
  const named = referenceOf(argument) ?? (await underCursor()) ?? (await ask());
  if (!named) return;
  // Who names an id alone may mean what the code writes: its library then says what may stand in front.
  const reference = named.library ? named : (lookup.unknown().find(isSame(named)) ?? named);
  const name = shown(reference.written);
  const answer = await withCancel(message('looking up {0}', name), (_, signal) =>
    lookup.one(reference, signal),
  );
  if (answer.ok) {
    const { record } = answer.value;
    const license = record.license?.name ?? record.license?.id;
    const said = license
      ? message('{0}: licence {1}', shown(record.id), shown(license, 60))
      : message('{0}: no licence declared', shown(record.id));
    void window.showInformationMessage(localize(message('PTM Lens: {0}', localize(said))));
  } else if (answer.error.kind !== 'cancelled') {
    throw new UserError(message('{0}: {1}', name, localize(answer.error)));
  }
}

/** Looks up every model of the workspace that the catalogue does not have. */
export async function lookUpUnknown(lookup: HubLookup): Promise<void> {
  lookup.requireHub();
  const references = lookup.unknown();
  if (references.length === 0) {
    const nothing = message('the catalogue has every model of this workspace that has an id');
    void window.showInformationMessage(localize(message('PTM Lens: {0}', localize(nothing))));
    return;
  }
  const { found, failed } = await withCancel(message('looking up models'), (report, signal) =>
    lookup.all(
      references,
      (done) => report(ofModels(done, references.length), done / references.length),
      signal,
    ),
  );
  const [first] = failed;
  const said = first
    ? message('found {0} of {1}; {2}', found, references.length, localize(whyNot(failed)))
    : message('found all {0}', found);
  void window.showInformationMessage(localize(message('PTM Lens: {0}', localize(said))));
}

function ofModels(done: number, all: number): Message {
  return message('{0} of {1} models', done, all);
}

/** The most frequent reason of failures, with an example. */
function whyNot(failed: readonly { readonly written: string; readonly error: HubError }[]): Message {
  const counts = new Map<string, number>();
  for (const { error } of failed) counts.set(error.kind, (counts.get(error.kind) ?? 0) + 1);
  const [kind] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [];
  const example = failed.find(({ error }) => error.kind === kind);
  if (!example) return message('nothing failed');
  return message('for example {0}: {1}', shown(example.written, 100), localize(example.error));
}

/** The model that a row, a panel or a link of ours names. */
export function referenceOf(argument: unknown): ModelReference | null {
  const model = modelOf(argument);
  if (model) {
    const row = argument instanceof Row ? argument.content.subject : undefined;
    return { hub: model.hub, library: row?.entry.usage.library ?? '', written: model.id };
  }
  if (typeof argument !== 'object' || argument === null) return null;
  const { library, written } = argument as { readonly library?: unknown; readonly written?: unknown };
  if (typeof library !== 'string' || typeof written !== 'string' || !written) return null;
  return { hub: 'huggingface', library, written };
}

function isSame({ hub, written }: ModelReference): (other: ModelReference) => boolean {
  return (other) => other.hub === hub && other.written === written;
}

async function ask(): Promise<ModelReference | null> {
  const written = await window.showInputBox({
    title: localize(message('Look Up Model on Hugging Face')),
    prompt: localize(message('The id of a model, e.g. google-bert/bert-base-uncased. Only the id is sent.')),
    validateInput: (text) =>
      text === '' || isHubId(text) ? null : localize(message('this is no id of the hub')),
  });
  return written ? { hub: 'huggingface', library: '', written } : null;
}
