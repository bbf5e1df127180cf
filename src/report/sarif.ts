/** The findings as SARIF 2.1.0: what code scanning services and editors read. */
import type { Log, Location, ReportingDescriptor, Result, Suppression } from 'sarif';
import type { Related } from '../rules/finding';
import { allRules } from '../rules/registry';
import type { Rule } from '../rules/rule';
import type { Localize } from '../shared/message';
import type { Place } from '../shared/positions';
import { version } from '../../package.json';
import { informationAddress, ruleAddress } from './address';
import { type NamedFinding, namedFindings } from './fingerprint';
import type { ReportInput } from './input';
import { ruleHelp } from './ruleHelp';
import { fileUri, relativeUri } from './uri';

const levels = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
  off: 'none',
} as const;

/** One run with every rule, every finding (silenced ones as suppressed), and what could not be read as notifications. */
export function sarifReport(input: ReportInput): Log {
  const { root, inventory, localize } = input;
  return {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'PTM Lens',
            version,
            semanticVersion: version,
            informationUri: informationAddress,
            rules: allRules.map((rule) => descriptor(rule, localize)),
          },
        },
        automationDetails: { id: 'ptm-lens/' },
        originalUriBaseIds: { SRCROOT: { uri: fileUri(root), description: { text: 'The scanned folder.' } } },
        columnKind: 'utf16CodeUnits',
        invocations: [{ executionSuccessful: true, toolExecutionNotifications: notifications(input) }],
        results: namedFindings(inventory).map((named) => result(named, input)),
      },
    ],
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

function result({ finding, fingerprint }: NamedFinding, { localize, baseline }: ReportInput): Result {
  const { rule, severity, place, basis, related, suppressed, model } = finding;
  const text = `${sentence(localize(finding.message))}${cellWords(place)}`;
  const made: Result = {
    ruleId: rule,
    ruleIndex: allRules.findIndex(({ id }) => id === rule),
    level: levels[severity],
    message: { text: basis ? `${text} ${sentence(localize(basis))}` : text },
    locations: [location(place)],
    partialFingerprints: { 'ptmLens/v1': fingerprint },
    suppressions: suppressed ? [suppression(suppressed)] : [],
  };
  if (related.length > 0)
    made.relatedLocations = related.map((one, id) => relatedLocation(one, id, localize));
  if (model !== '') made.properties = { model };
  if (baseline) made.baselineState = baseline.has(fingerprint) ? 'unchanged' : 'new';
  return made;
}

const fileStart = { startLine: 1, startColumn: 1, endLine: 1, endColumn: 2 };

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

function relatedLocation({ message: text, place }: Related, id: number, localize: Localize): Location {
  return { id, ...location(place), message: { text: sentence(localize(text)) } };
}

/**
 * A place. SARIF counts lines in the file: a notebook's file is JSON, whose lines nobody sees and no editor shows, so a place in
 * a cell points to the start of the file (code scanning refuses a result without a line); the cell is a logical location, the
 * line in it is a property, and the message names both.
 */
function location({ file, cell, range: { start, end } }: Place): Location {
  const artifactLocation = { uri: relativeUri(file), uriBaseId: 'SRCROOT' };
  const region = {
    startLine: start.line + 1,
    startColumn: start.column + 1,
    endLine: end.line + 1,
    endColumn: end.column + 1,
  };
  if (cell === null) return { physicalLocation: { artifactLocation, region } };
  return {
    physicalLocation: { artifactLocation, region: fileStart },
    logicalLocations: [
      {
        name: `cell ${cell + 1}`,
        fullyQualifiedName: `${file}#cell ${cell + 1}, line ${start.line + 1}`,
        kind: 'member',
      },
    ],
    properties: { cell, lineInCell: region.startLine, columnInCell: region.startColumn },
  };
}

/** Files that were left out and files with mistakes: the run went well, and did not see all. */
function notifications({ inventory, localize }: ReportInput) {
  const at = (file: string) => ({
    physicalLocation: { artifactLocation: { uri: relativeUri(file), uriBaseId: 'SRCROOT' } },
  });
  const skipped = inventory.skipped.map(({ file, reason }) => ({ where: at(file), text: localize(reason) }));
  const problems = inventory.files.flatMap(({ file, problems: all }) =>
    all.map(({ message: text, place }) => ({
      where: place ? location(place) : at(file),
      text: localize(text),
    })),
  );
  return [...skipped, ...problems].map(({ where, text }) => ({
    level: 'warning' as const,
    message: { text: sentence(text) },
    locations: [where],
  }));
}

/** SARIF wants messages that end with a full stop. */
function sentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}
