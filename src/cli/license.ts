import { type Command, Option } from 'commander';
import { judge } from '../licenses/judge';
import type { IntendedUse, Judgement, LicenseName, Relation } from '../licenses/judgement';
import { parseLicense } from '../licenses/names/parse';
import { licenseText } from '../licenses/text';
import { english } from '../shared/message';
import { printable } from '../shared/printable';
import { type DataFormat, dataFormat, writeData } from './data';

interface LicenseOptions {
  readonly relation: Relation;
  readonly use?: IntendedUse;
  readonly format: DataFormat;
}

const relations: readonly Relation[] = ['referenced', 'bundled', 'derived', 'served'];
const uses: readonly IntendedUse[] = ['commercial', 'research', 'internal'];

/** `ptm-lens license MODEL_LICENCE PROJECT_LICENCE` */
export function defineLicense(command: Command): void {
  command
    .argument('<model-licence>', 'as a hub, a card or a scanner names it')
    .argument('[project-licence]', 'leave out for a project without a licence')
    .addOption(
      new Option('--relation <relation>', 'what the project does with the model')
        .choices(relations)
        .default('referenced'),
    )
    .addOption(new Option('--use <use>', 'what the project is for').choices(uses))
    .addOption(dataFormat())
    .option('--catalog <file>', 'accepted as everywhere; a judgement needs no catalogue')
    .addHelpText('after', '\nExample:\n  ptm-lens license cc-by-nc-4.0 MIT --relation bundled\n')
    .action((model: string, project: string | undefined, options: LicenseOptions) => {
      const names = {
        model: parseLicense(model),
        project: project === undefined ? null : parseLicense(project),
      };
      const judgement = judge({ ...names, relation: options.relation, use: options.use ?? null });
      return writeData(options.format, row(names, judgement), () => text(names, judgement));
    });
}

interface Names {
  readonly model: LicenseName;
  readonly project: LicenseName | null;
}

function row({ model, project }: Names, judgement: Judgement) {
  return {
    model: { kind: model.kind, license: licenseText(model) },
    project: project && { kind: project.kind, license: licenseText(project) },
    judgement: judgement.kind,
    basis: english(judgement.basis),
    duties: judgement.duties.map(({ duty, begins }) => ({ duty: english(duty), begins })),
    nonCommercial: judgement.nonCommercial,
  };
}

function text({ model, project }: Names, judgement: Judgement): string {
  const shown = (name: LicenseName | null) => printable(licenseText(name) ?? 'no licence');
  const duties = judgement.duties.map(({ duty, begins }) => `  ${english(duty)} (${begins})\n`);
  return `${shown(model)} in ${shown(project)}: ${judgement.kind}\n${english(judgement.basis)}\n${duties.join('')}`;
}
