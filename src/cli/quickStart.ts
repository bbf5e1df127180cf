import { setFlagsFromString } from 'node:v8';

/**
 * Call it before a command asks the catalogue one small thing: SQLite's WASM is then not compiled a second time for speed, which
 * takes longer than the whole look-up (benched by `npm run bench:cli`). A scan or a large query needs that speed.
 */
export function expectLittleWork(): void {
  setFlagsFromString('--liftoff-only');
}
