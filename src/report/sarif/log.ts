/** The findings as SARIF 2.1.0: what code scanning services and editors read. */
import type { Log, Location, ReportingDescriptor, Result, Run, Suppression } from 'sarif';
import type { Related } from '../../rules/finding';
import { allRules } from '../../rules/registry';
import type { Rule } from '../../rules/rule';
import type { Localize } from '../../shared/message';
import type { Place } from '../../shared/positions';
import { version } from '../../../package.json';
import { informationAddress, ruleAddress } from '../address';
import { type NamedFinding, namedFindings } from '../fingerprint';
import type { ReportInput } from '../input';
import { ruleHelp } from '../ruleHelp';
import { SarifPlaces } from './places';
import { lineHash, plainMessage, sentence } from './text';

const levels = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
  off: 'none',
} as const;

/** Code scanning refuses a run with more results. */
const mostResults = 25_000;

/** Every rule, every finding (silenced ones as suppressed), and what could not be read as notifications; one run, as long as it fits. */
export function sarifReport(input: ReportInput): Log {
  const places = new SarifPlaces(input);
  const results = namedFindings(input.inventory).map((named) => result(named, input, places));
  const parts = Array.from({ length: Math.max(1, Math.ceil(results.length / mostResults)) }, (_, part) =>
    results.slice(part * mostResults, (part + 1) * mostResults),
  );
  return {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: parts.map((part, index) => runOf(part, index, input, places)),
  };
}

function runOf(results: Result[], index: number, input: ReportInput, places: SarifPlaces): Run {
  return {
    tool: {
      driver: {
        name: 'PTM Lens',
        version,
        semanticVersion: version,
        informationUri: informationAddress,
        rules: allRules.map((rule) => descriptor(rule, input.localize)),
      },
    },
    // Of two runs of one category, a service keeps the last.
    automationDetails: { id: index === 0 ? 'ptm-lens/' : `ptm-lens-${index + 1}/` },
    originalUriBaseIds: places.bases(),
    columnKind: 'utf16CodeUnits',
    invocations: [{ executionSuccessful: true, toolExecutionNotifications: notifications(input, places) }],
    results,
  };
}

function descriptor({ id, severity, title }: Rule, localize: Localize): ReportingDescriptor {
  const help = ruleHelp[id];
  return {
    id,
    name: id.replace(/(^|-)([a-z])/g, (_all, _dash, letter: string) => letter.toUpperCase()),
    shortDescription: { text: sentence(localize(title)) },
    fullDescription: { text: help.what },
    help: {
      text: `${help.what} ${help.why} ${help.fix}`,
      markdown: `${help.what}\n\n**Why** ${help.why}\n\n**What to do** ${help.fix}`,
    },
    helpUri: ruleAddress(id),
    defaultConfiguration: {
      enabled: severity !== 'off',
      level: levels[severity === 'off' ? 'warning' : severity],
    },
    properties: {
      tags: ['machine-learning', 'pre-trained-model', id.startsWith('license') ? 'license' : 'model'],
    },
  };
}

function result(
  { finding, fingerprint }: NamedFinding,
  { localize, baseline }: ReportInput,
  places: SarifPlaces,
): Result {
  const { rule, severity, place, basis, related, suppressed, model } = finding;
  const text = `${sentence(localize(finding.message))}${cellWords(place)}`;
  const made: Result = {
    ruleId: rule,
    ruleIndex: allRules.findIndex(({ id }) => id === rule),
    level: levels[severity],
    message: plainMessage(basis ? `${text} ${sentence(localize(basis))}` : text),
    locations: [places.place(place)],
    partialFingerprints: fingerprints(fingerprint, place),
    suppressions: suppressed ? [suppression(suppressed)] : [],
  };
  if (related.length > 0)
    made.relatedLocations = related.map((one, id) => relatedLocation(one, id, localize, places));
  if (model !== '') made.properties = { model };
  if (baseline) made.baselineState = baseline.has(fingerprint) ? 'unchanged' : 'new';
  return made;
}

/** Code scanning tells findings apart by a hash of their line, which it makes itself; all findings of a notebook share one. */
function fingerprints(fingerprint: string, { cell }: Place): Record<string, string> {
  const own = { 'ptmLens/v1': fingerprint };
  return cell === null ? own : { ...own, primaryLocationLineHash: lineHash(fingerprint) };
}

/** Where in a notebook: its region cannot say it. */
function cellWords({ cell, range }: Place): string {
  return cell === null ? '' : ` In cell ${cell + 1}, line ${range.start.line + 1}.`;
}

function suppression({ by, reason }: { by: 'comment' | 'policy'; reason: string }): Suppression {
  return {
    kind: by === 'comment' ? 'inSource' : 'external',
    status: 'accepted',
    justification: reason === '' ? 'No reason is given.' : reason,
  };
}

function relatedLocation(
  { message: text, place }: Related,
  id: number,
  localize: Localize,
  places: SarifPlaces,
): Location {
  return { id, ...places.place(place), message: plainMessage(sentence(localize(text))) };
}

/** Files that were left out and files with mistakes: the run went well, and did not see all. */
function notifications({ inventory, localize }: ReportInput, places: SarifPlaces) {
  const skipped = inventory.skipped.map(({ file, reason }) => ({
    where: places.file(file),
    text: localize(reason),
  }));
  const problems = inventory.files.flatMap(({ file, problems: all }) =>
    all.map(({ message: text, place }) => ({
      where: place ? places.place(place) : places.file(file),
      text: localize(text),
    })),
  );
  return [...skipped, ...problems].map(({ where, text }) => ({
    level: 'warning' as const,
    message: plainMessage(sentence(text)),
    locations: [where],
  }));
}
