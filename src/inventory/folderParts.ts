import type { ParsedPolicy } from '../rules/policy/parse';
import type { Policy } from '../rules/policy/policy';
import type { Files } from '../shared/host';
import type { Result } from '../shared/result';
import type { Models } from './rememberedLookups';
import type { Scanner } from './scanner';

/** What a `FolderInventory` works with. */
export interface FolderParts {
  readonly files: Files;
  /** Owned by the inventory from then on. */
  readonly scanner: Scanner;
  /** Opened on first need. A failure leaves every model "not in the catalogue"; who passes it says so to the user. */
  readonly catalogue: () => Promise<Result<Models>>;
  /** Today, as an ISO date: exceptions of a policy may expire. */
  readonly today: () => string;
  /** Whether a path is left out of the inventory by the user's settings. */
  readonly excluded?: (path: string) => boolean;
  /** How loud the user wants rules to be; what the folder's policy says of a rule goes before it. */
  readonly levels?: () => Policy['rules'];
  /** A policy from elsewhere, in place of the folder's own. */
  readonly policy?: ParsedPolicy;
  /** Lets what else the thread has to do go first, where it has. */
  readonly breathe?: () => Promise<void>;
}
