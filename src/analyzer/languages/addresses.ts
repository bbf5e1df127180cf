/** Addresses of models in the hub, as commands clone and download them. */

/** A model that an address names; offsets are those of the address. */
export interface Addressed {
  readonly id: string;
  readonly start: number;
}

const host =
  /^(?:(?:https?|git|ssh):\/\/(?:[^@/\s]+@)?|(?:git)?@)?(?:www\.)?(?:huggingface\.co|hf\.co|hf-mirror\.com)[/:]|^(?:HF|hf):\/\//;
/** What stands in the place of an owner and is none. */
const noOwner =
  /^(?:datasets|spaces|api|docs|blog|papers|organizations|collections|settings|join|models)(?:\/|$)/;
const model = /^[\w-][\w.-]*\/[\w-][\w.-]*/;
/** What may stand behind the model: nothing, the tag of a file, a file at a revision. */
const rest = /^(?:\/?$|[?#]|:[\w.-]+$|\/(?:resolve|blob|raw|tree)\/)/;

/** The model in an address, or null when it is no address of one. */
export function addressedModel(text: string): Addressed | null {
  const start = host.exec(text)?.[0].length ?? 0;
  const path = text.slice(start);
  const id = start > 0 && !noOwner.test(path) ? model.exec(path)?.[0] : undefined;
  return id !== undefined && rest.test(path.slice(id.length))
    ? { id: id.replace(/\.git$/, ''), start }
    : null;
}

/** Whether a text begins as an address of a model: what follows is not known. */
export function beginsAddress(text: string): boolean {
  const start = host.exec(text)?.[0].length ?? 0;
  return start > 0 && !noOwner.test(text.slice(start));
}
