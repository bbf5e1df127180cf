/** `./x`, `/x`, `~`, `x:\`, a bare `.`: a path by its spelling alone, whatever stands there. */
const spelledAsPath = /^(?:\.{1,2}(?:$|[\\/])|[\\/]|~|[A-Za-z]:[\\/]|file:)/;

/** Whether a value can only be a path on this machine. A hub id has one slash at the most, unless `nested`. */
export function isSpelledAsPath(id: string, nested = false): boolean {
  if (spelledAsPath.test(id) || id.includes('\\')) return true;
  return (
    !nested && !/^[a-z][a-z0-9+.-]*:/i.test(id) && !id.includes('#') && (id.match(/\//g)?.length ?? 0) > 1
  );
}
