import { message } from '../../shared/message';
import { licenseLabel } from '../license';
import { statusLooks } from '../modelStatus';
import { compactNumber } from '../numbers';
import type { Reader } from '../reader';
import type { Alternative, ModelInput } from './modelInput';
import type { Block, Cell } from './page';
import { modelLink, paragraph, quiet, words } from './pieces';

/** Other models for the same task and library, and whether they fit. */
export function alternativeBlocks({ alternatives }: ModelInput, reader: Reader): Block[] {
  const { localize } = reader;
  if (alternatives.length === 0)
    return [paragraph(quiet(localize(message('No other model for the same task and library is known.'))))];
  const columns = [
    { title: localize(message('Model')) },
    { title: localize(message('Licence')) },
    { title: localize(message('Fits here?')) },
    { title: localize(message('Parameters')), numeric: true },
    { title: localize(message('Downloads in 30 days')), numeric: true },
  ];
  const caption = localize(message('Other models for the same task and library, those that fit first'));
  const rows = alternatives.map((each) => alternativeRow(each, reader));
  return [{ kind: 'table', table: { caption, columns, rows } }];
}

function alternativeRow({ record, judgement }: Alternative, reader: Reader): readonly Cell[] {
  const { localize } = reader;
  const label = licenseLabel({ answer: record.license ? 'found' : 'no-license', record, alias: null });
  const status = record.license ? judgement.kind : 'unknown';
  const number = (value: number | null) => [
    value === null ? quiet('–') : words(compactNumber(value, reader)),
  ];
  return [
    [modelLink(record.id, record.hub)],
    [{ text: localize(label), kind: 'name' }],
    [{ text: localize(statusLooks[status].label), status }],
    number(record.parameters),
    number(record.downloads),
  ];
}
