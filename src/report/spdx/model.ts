import { hubPage } from '../../present/hubPage';
import type { Localize } from '../../shared/message';
import type { Usage } from '../../analyzer/usage';
import type { CardFields } from '../../db/record';
import { cardOf, cardPairs, cardTexts } from '../cardTexts';
import { modelRef } from '../modelRef';
import { modelPurl } from '../purl';
import { whereText } from '../summary';
import type { Used } from '../used';
import { element, type Naming, relationship, type SpdxNode } from './element';
import { recordLicence } from './licence';

/** The elements that one model brings: itself, its licence, what it was made from and trained on, and who uses it. */
export function modelElements(used: Used, name: Naming, localize: Localize): SpdxNode[] {
  const record = 'record' in used.model.lookup ? used.model.lookup.record : null;
  const id = name('model', modelRef(used));
  const licence = recordLicence(record, name);
  const bases = (record?.baseModels ?? []).map((base) =>
    name('model', modelPurl(base, 'huggingface', null) ?? base),
  );
  const datasets = [...new Set(record?.datasets ?? [])].map((dataset) => name('dataset', dataset));
  return [
    aiPackage(used, id),
    ...licence.elements,
    relationship(name, [id, 'hasDeclaredLicense', [licence.id]]),
    ...(record?.baseModels ?? []).map((base, index) => basePackage(base, bases[index] ?? '')),
    ...bases.map((base) => relationship(name, [base, 'ancestorOf', [id]])),
    ...[...new Set(record?.datasets ?? [])].map((dataset) =>
      datasetPackage(dataset, name('dataset', dataset)),
    ),
    ...(datasets.length > 0 ? [relationship(name, [id, 'trainedOn', datasets])] : []),
    ...usageRelations(used, id, name, localize),
  ];
}

function aiPackage({ model, hub, revision, judgements }: Used, spdxId: string): SpdxNode {
  const record = 'record' in model.lookup ? model.lookup.record : null;
  const local = model.lookup.answer === 'local';
  return element('ai_AIPackage', spdxId, {
    name: model.id,
    comment: [`${model.lookup.answer}`, ...judgements].join(', '),
    software_primaryPurpose: 'model',
    software_packageVersion: revision,
    software_packageUrl: local ? null : modelPurl(model.id, hub, revision),
    software_downloadLocation: record ? hubPage(record.id, record.hub) : null,
    ai_domain: record?.task === null || record?.task === undefined ? [] : [record.task],
    ai_typeOfModel: record?.architectures ?? [],
    ...cardFacts(cardOf(model)),
  });
}

/** What SPDX has fields for of what a card says. */
function cardFacts(card: CardFields): SpdxNode {
  const entries = (field: string) =>
    cardPairs(card, field)
      .filter(({ key }) => key !== '')
      .map((pair) => ({ type: 'DictionaryEntry', ...pair }));
  const training = ['hardware', 'hoursUsed', 'cloudProvider', 'computeRegion'].flatMap((field) =>
    cardTexts(card, field),
  );
  return {
    ai_hyperparameter: entries('hyperParameters'),
    ai_limitation: cardTexts(card, 'limitationAndBias').join('\n'),
    ai_metric: entries('evaluation'),
    ai_modelDataPreprocessing: cardTexts(card, 'inputPreprocessing'),
    ai_informationAboutTraining: training.join('; '),
  };
}

function basePackage(id: string, spdxId: string): SpdxNode {
  return element('ai_AIPackage', spdxId, {
    name: id,
    software_primaryPurpose: 'model',
    software_packageUrl: modelPurl(id, 'huggingface', null),
  });
}

/** Of what kind its data are, no record says. */
function datasetPackage(id: string, spdxId: string): SpdxNode {
  return element('dataset_DatasetPackage', spdxId, {
    name: id,
    software_primaryPurpose: 'data',
    dataset_datasetType: ['noAssertion'],
  });
}

/** Which files load a model, and where. */
function usageRelations({ usages }: Used, model: string, name: Naming, localize: Localize): SpdxNode[] {
  const files = [...new Set(usages.map(({ place }) => place.file))];
  return files.map((file) => {
    const id = name('file', file);
    const places = usages.filter(({ place }) => place.file === file).map((one) => placeWords(one, localize));
    return relationship(name, [id, 'dependsOn', [model]], places.join('; '));
  });
}

function placeWords({ place, loader, reason }: Usage, localize: Localize): string {
  return `${loader} at ${whereText(place)}${reason ? ` (${localize(reason)})` : ''}`;
}
