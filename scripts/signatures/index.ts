/** Writes src/analyzer/signatures/families.ts: one import for each table of the folder. `npm run index:signatures`. */
import { writeIndex } from './tables';

void writeIndex();
