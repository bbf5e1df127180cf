import type { UsedModel } from '../inventory/types';
import { message } from '../shared/message';
import { licenseLabel } from './license';
import { statusLooks, statusOf } from './modelStatus';
import { compactNumber } from './numbers';
import type { Reader } from './reader';

/** A model in a few words: its licence and whether that fits, or which of the other answers the look-up gave. */
export function summary(model: UsedModel, { localize }: Reader): string {
  const license = localize(licenseLabel(model.lookup));
  const status = localize(statusLooks[statusOf(model)].label);
  return license === status ? license : `${license} · ${status}`;
}

/** The same with the model's downloads, where they are known. */
export function longSummary(model: UsedModel, reader: Reader): string {
  const downloads = 'record' in model.lookup ? model.lookup.record.downloads : null;
  if (downloads === null) return summary(model, reader);
  const often = reader.localize(message('{0} downloads a month', compactNumber(downloads, reader)));
  return `${summary(model, reader)} · ${often}`;
}
