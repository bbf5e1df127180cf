import { MarkdownString } from 'vscode';
import type { UsageEntry, UsedModel } from '../inventory/types';
import { projectOf } from '../licenses/detect';
import { licenseText } from '../licenses/text';
import { hoverText } from '../present/hover/hover';
import type { Folder } from './folder';
import { commandIds } from './ids';
import type { ModelFinder } from './modelFinder';
import { mayAskHub } from './settings';
import { currentReader } from './words';

const { openPlace, showUsages, copyId, openModel, lookUpModel } = commandIds;

/** The hover of a model, for the editor and the inventory alike. Only the commands of its own links may run from it. */
export function modelMarkdown(
  finder: ModelFinder,
  folder: Folder,
  entry: UsageEntry,
  models: readonly UsedModel[],
): MarkdownString {
  const project = projectOf(folder.inventory.current.projects, entry.usage.place.file);
  const input = {
    entry,
    models,
    project: licenseText(project?.license ?? null),
    folder: folder.key,
    usagesOf: (id: string) => finder.usagesOf(id).length,
  };
  const links = { openPlace, showUsages, copyId, openModel, ...(mayAskHub() && { lookUp: lookUpModel }) };
  const markdown = new MarkdownString(hoverText(input, links, currentReader()), true);
  markdown.isTrusted = { enabledCommands: Object.values(links) };
  return markdown;
}
