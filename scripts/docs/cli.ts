/** `npm run docs:cli`: puts what the command line prints now into docs/cli.md and docs/reports.md. */
import { writeFileSync } from 'node:fs';
import { pagesWithOutput, withFreshOutput } from './outputs';

for (const page of pagesWithOutput) writeFileSync(page, withFreshOutput(page));
