/** Writes docs/signatures.md. `npm run docs:signatures`. */
import { writeFileSync } from 'node:fs';
import { pageFile, pageText } from './page';

void pageText().then((text) => {
  writeFileSync(pageFile, text);
});
