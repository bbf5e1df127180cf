import type { Location } from 'sarif';
import type { Place } from '../../shared/positions';
import type { ReportInput } from '../input';
import { fileUri, relativeUri } from '../uri';

/** The name that code scanning knows the folder by from which paths count. */
const baseId = '%SRCROOT%';

const fileStart = { startLine: 1, startColumn: 1, endLine: 1, endColumn: 2 };

/** Turns places into SARIF's locations. Services count paths from the top of a repository, also where a part of it was scanned. */
export class SarifPlaces {
  private readonly top: string;
  private readonly prefix: string;

  constructor({ root, repository }: Pick<ReportInput, 'root' | 'repository'>) {
    this.top = repository ?? root;
    const below = root.slice(this.top.length).split(/[/\\]/);
    this.prefix = below
      .filter((part) => part !== '')
      .map((part) => `${part}/`)
      .join('');
  }

  /** What the paths count from. */
  bases() {
    const description = { text: 'The folder that paths count from.' };
    return { [baseId]: { uri: fileUri(this.top), description } };
  }

  /** A file as a whole. */
  file(file: string): Location {
    return { physicalLocation: { artifactLocation: this.artifact(file) } };
  }

  /**
   * A place in a file. SARIF counts lines in the file: a notebook's file is JSON, whose lines nobody sees and no editor shows, so a place
   * in a cell points to the start of the file (code scanning refuses a result without a line); the cell is a logical location, the
   * line in it is a property, and the message names both.
   */
  place({ file, cell, range: { start, end } }: Place): Location {
    const artifactLocation = this.artifact(file);
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

  private artifact(file: string) {
    return { uri: relativeUri(`${this.prefix}${file}`), uriBaseId: baseId };
  }
}
