import type { LicenseName } from '../../licenses/judgement';
import { type Expression, readExpression } from '../../licenses/expression';
import { parsedExpression } from '../../licenses/names/parse';
import { type Terms, termsOf } from '../../licenses/terms';
import { type Message, message } from '../../shared/message';
import type { Reader } from '../reader';
import { shown } from '../shown';
import type { Block, Cell } from './page';
import { paragraph, quiet, words } from './pieces';

const allowed = message('allowed');
const forbidden = message('not allowed');
const unread = message('nobody here has read it');
const asked = message('asked');
const notAsked = message('not asked');

/** What each term is called, and what its answers mean. */
const clauses: {
  readonly [
    K in Exclude<keyof Terms, 'id' | 'name' | 'kind' | 'threshold' | 'source' | 'read' | 'at' | 'on'>
  ]: {
    readonly label: Message;
    readonly says: Readonly<Record<Terms[K], Message>>;
  };
} = {
  commercial: {
    label: message('Commercial use'),
    says: {
      yes: allowed,
      no: forbidden,
      limited: message('allowed within limits, see the duties'),
      '?': unread,
    },
  },
  distribute: { label: message('Passing the model on'), says: { yes: allowed, no: forbidden, '?': unread } },
  derive: {
    label: message('Passing on changed versions'),
    says: { yes: allowed, no: forbidden, '?': unread },
  },
  serve: {
    label: message('Offering it to others as a service'),
    says: { yes: allowed, no: forbidden, '?': unread },
  },
  share: {
    label: message('Share-alike'),
    says: {
      none: notAsked,
      file: message('for changed files'),
      library: message('for the model and changes of it'),
      derivative: message('for what is adapted from it'),
      work: message('for the whole work that it is part of'),
      '?': unread,
    },
  },
  network: {
    label: message('Offering it over a network counts as passing it on'),
    says: { yes: message('yes'), no: message('no'), '?': unread },
  },
  credit: {
    label: message('Credit'),
    says: {
      none: notAsked,
      notice: message('its notices are kept'),
      name: message('its notices are kept, and a given name is shown'),
      '?': unread,
    },
  },
  restrict: {
    label: message('Restrictions on what it is used for'),
    says: { yes: message('there are some, and they are passed on'), no: message('none'), '?': unread },
  },
  accept: {
    label: message('Acceptance of the terms before download'),
    says: { yes: asked, no: notAsked, '?': unread },
  },
  gpl: {
    label: message('Part of a work under the GPL'),
    says: {
      both: message('fits versions 2 and 3'),
      v2: message('fits version 2 only'),
      v3: message('fits version 3 only'),
      no: message('does not fit'),
      '?': unread,
    },
  },
};

/** The terms of a licence, clause by clause: one table for each licence that the name holds. */
export function clauseBlocks(license: LicenseName, reader: Reader): Block[] {
  const ids = [...new Set(licensesIn(license))];
  return ids.map((id) => ({
    kind: 'more',
    title: reader.localize(message('The terms of {0}, clause by clause', shown(id))),
    blocks: termBlocks(termsOf(id), reader),
  }));
}

function termBlocks(terms: Terms | null, { localize }: Reader): Block[] {
  if (!terms) return [paragraph(quiet(localize(message('Nobody here has read the terms of this licence.'))))];
  const rows = (Object.keys(clauses) as (keyof typeof clauses)[]).map((key): readonly Cell[] => {
    const { label, says } = clauses[key];
    const answer = (says as Readonly<Record<string, Message>>)[terms[key]] ?? unread;
    return [[words(localize(label))], [words(localize(answer))]];
  });
  const columns = [{ title: localize(message('Clause')) }, { title: localize(message('What it says')) }];
  const caption = localize(message('The terms of {0}', terms.name));
  return [
    { kind: 'table', table: { caption, columns, rows } },
    ...(terms.source.startsWith('https://')
      ? [
          paragraph(words(`${localize(message('Text of the licence'))}: `), {
            text: terms.name,
            href: terms.source,
          }),
        ]
      : []),
  ];
}

function licensesIn(license: LicenseName): string[] {
  if (license.kind === 'license') return [license.id];
  if (license.kind !== 'expression') return [];
  const expression = readExpression(license.text) ?? parsedExpression(license.text);
  return expression ? leaves(expression) : [];
}

function leaves(expression: Expression): string[] {
  return 'license' in expression ? [expression.license] : expression.parts.flatMap(leaves);
}
