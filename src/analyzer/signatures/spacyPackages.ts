import type { SignatureFamily } from '../signature';
import { explosionPackages, peatmossPackages, scispacyPackages } from './lists/spacyPackages';

/** Here the import is the model: `import en_core_web_sm; nlp = en_core_web_sm.load()`. */
const spacyPackages: SignatureFamily = {
  library: 'spacy',
  hub: 'huggingface',
  docs: 'https://spacy.io/usage/models#usage-import',
  language: 'python',
  roots: [...peatmossPackages, ...explosionPackages, ...scispacyPackages],
  loaders: [{ call: 'load', idFrom: 'root', revision: null, remoteCode: null }],
};

export default spacyPackages;
