import { Enums, Models } from '@cyclonedx/cyclonedx-library';
import { encodeStrictly } from '../../present/markdown';
import type { BomExtras } from './modelExtras';

/** What a dataset is called in the bill. */
export function datasetRef(id: string): string {
  return `dataset:${id}`;
}

/** A dataset that a model was trained on, as its record names it. */
export function datasetComponent(id: string): { component: Models.Component; extra: BomExtras } {
  const component = new Models.Component(Enums.ComponentType.Data, id, { bomRef: datasetRef(id) });
  const url = datasetPage(id);
  if (url !== null)
    component.externalReferences.add(new Models.ExternalReference(url, Enums.ExternalReferenceType.Other));
  return {
    component,
    extra: { data: [{ type: 'dataset', name: id, ...(url === null ? {} : { contents: { url } }) }] },
  };
}

/** Names that the hub could hold have a page there; a sentence of a card has none. */
function datasetPage(id: string): string | null {
  if (!/^[A-Za-z0-9][\w.-]*(?:\/[A-Za-z0-9][\w.-]*)?$/.test(id)) return null;
  return `https://huggingface.co/datasets/${id.split('/').map(encodeStrictly).join('/')}`;
}
