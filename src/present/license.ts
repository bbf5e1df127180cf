import { isLicenseStated, type Lookup, type ModelRecord } from '../db/record';
import { declaredLicense } from '../licenses/names/declared';
import { licenseText } from '../licenses/text';
import { type Message, message } from '../shared/message';
import { shown } from './shown';

/** The name of the licence that a record declares; what the author wrote where it is none that has a name. */
export function licenseName({ license }: ModelRecord): string {
  return shown(licenseText(declaredLicense(license)) ?? '', 80);
}

/** The licence of a model in a list: its name, or which of the other answers the look-up gave. */
export function licenseLabel(lookup: Lookup): Message {
  switch (lookup.answer) {
    case 'found':
      return message('{0}', licenseName(lookup.record));
    case 'no-license':
      return isLicenseStated(lookup.record) ? message('no licence declared') : message('licence not known');
    case 'not-in-catalog':
      return message('not in the catalogue');
    case 'local':
      return message('local model');
  }
}
