/** Every family of the folder, one import a file. */
import type { SignatureFamily } from '../signature';
import transformers from './transformers';

export const families: readonly SignatureFamily[] = [transformers];
