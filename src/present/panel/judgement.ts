import type { Ground, IntendedUse, Judgement, Relation } from '../../licenses/judgement';
import { isLicenseStated, type Lookup } from '../../db/record';
import { licenseText } from '../../licenses/text';
import { type Message, message } from '../../shared/message';
import { beginnings } from '../hover/grounds';
import { statusLooks } from '../modelStatus';
import { placeLabel } from '../place';
import type { Reader } from '../reader';
import { shown } from '../shown';
import { clauseBlocks } from './clauses';
import type { JudgedProject, ModelInput } from './modelInput';
import type { Block, Cell, FactRow } from './page';
import { name, paragraph, quiet, words } from './pieces';

const relations: Readonly<Record<Relation, Message>> = {
  referenced: message('names it: nothing of the model is passed on'),
  bundled: message('passes it on together with the project'),
  derived: message('makes a model of its own from it'),
  served: message('offers it as a service'),
};

const relationOrigins: Readonly<Record<JudgedProject['relationFrom'], Message>> = {
  code: message('the code shows it'),
  policy: message('the policy says so'),
  assumed: message('assumed, as the policy says nothing'),
};

const uses: Readonly<Record<IntendedUse, Message>> = {
  commercial: message('commercial'),
  research: message('research'),
  internal: message('internal'),
};

const grounds: Readonly<Record<Ground, Message>> = {
  table: message('the Linux Foundation table of licences that fit together'),
  use: message('the use that the policy intends'),
  terms: message('the terms of the licences'),
  undeclared: message('nothing: no licence is declared'),
  unrecognised: message('nothing: the licence has no name that is known here'),
  unread: message('nothing: its terms were not read here'),
};

/** Why a model does or does not fit: for each project that uses it, what was compared, what decided, and what it asks. */
export function judgementBlocks({ lookup, projects }: ModelInput, reader: Reader): Block[] {
  const { localize } = reader;
  if (lookup.answer === 'local')
    return [
      paragraph(
        words(localize(message('A local model: its licence is not known here. Look beside its files.'))),
      ),
    ];
  if (isLicenseUnknown(lookup) && projects.every(({ correction }) => correction === null))
    return [
      paragraph(
        { text: localize(statusLooks.unknown.label), status: 'unknown', kind: 'strong' },
        words(` — ${localize(message('Nothing is known here of its licence: its own page may say.'))}`),
      ),
    ];
  const [only, ...others] = projects;
  if (!only) return [paragraph(quiet(localize(message('Open a folder to see whether it fits there.'))))];
  if (others.length === 0) return projectBlocks(only, reader);
  return projects.map((each) => ({
    kind: 'group',
    title: projectTitle(each),
    blocks: projectBlocks(each, reader),
  }));
}

/** No source says anything of its licence, which is not the same as declaring none. */
function isLicenseUnknown(lookup: Lookup): boolean {
  if (lookup.answer === 'no-license') return !isLicenseStated(lookup.record);
  return lookup.answer === 'not-in-catalog';
}

function projectTitle({ folderName, project }: JudgedProject): string {
  return shown(project?.path ? `${folderName}/${project.path}` : folderName);
}

function projectBlocks(judged: JudgedProject, reader: Reader): Block[] {
  const { localize } = reader;
  const { judgement, license } = judged;
  const basis = shown(localize(judgement.basis), 600);
  return [
    paragraph(
      { text: localize(statusLooks[judgement.kind].label), status: judgement.kind, kind: 'strong' },
      words(` — ${basis}`),
    ),
    { kind: 'facts', rows: comparedRows(judged, reader) },
    ...dutyBlocks(judgement, reader),
    ...clauseBlocks(license, reader),
  ];
}

function comparedRows(judged: JudgedProject, { localize }: Reader): FactRow[] {
  const { license, correction, project, relation, relationFrom, use, judgement } = judged;
  const none = quiet(localize(message('none declared')));
  const own = licenseText(license);
  const rows: FactRow[] = [
    {
      name: localize(message('Licence of the model')),
      value: own === null ? [none] : [name(own)],
      ...(correction !== null && {
        source: localize(message('as the policy states it: {0}', shown(correction))),
      }),
    },
    { name: localize(message('Licence of the project')), value: projectCell(judged, localize) },
    {
      name: localize(message('What the project does with it')),
      value: [words(localize(relations[relation])), quiet(` (${localize(relationOrigins[relationFrom])})`)],
    },
  ];
  const intended = use ? words(localize(uses[use])) : quiet(localize(message('the policy does not say')));
  rows.push({ name: localize(message('Intended use')), value: [intended] });
  rows.push({ name: localize(message('What decided')), value: [words(localize(grounds[judgement.ground]))] });
  if (project?.conflict)
    rows.push({
      name: localize(message('Beware')),
      value: [words(shown(localize(project.conflict), 600))],
    });
  return rows;
}

/** The project's licence, with the places that say so. */
function projectCell({ project, folder }: JudgedProject, localize: Reader['localize']): Cell {
  const text = licenseText(project?.license ?? null);
  if (!project || text === null) return [quiet(localize(message('none declared')))];
  const places = project.evidence.slice(0, 4).map(({ place }) => ({
    text: localize(placeLabel(place)),
    action: { do: 'openPlace', folder, place } as const,
  }));
  return [name(text), ...places.flatMap((place) => [words(' · '), place])];
}

function dutyBlocks({ duties }: Judgement, { localize }: Reader): Block[] {
  const items = (Object.keys(beginnings) as (keyof typeof beginnings)[]).flatMap((begins) => {
    const due = duties.filter((duty) => duty.begins === begins);
    if (due.length === 0) return [];
    const cell = [{ text: localize(beginnings[begins]), kind: 'strong' } as const];
    return [{ cell, children: due.map(({ duty }) => ({ cell: [words(localize(duty))], children: [] })) }];
  });
  if (items.length === 0) return [];
  return [{ kind: 'group', title: localize(message('What it asks')), blocks: [{ kind: 'tree', items }] }];
}
