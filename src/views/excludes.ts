import { Minimatch } from 'minimatch';
import type { Settings } from './settingsTable';

/** Whether a path is left out by globs as VS Code's own settings write them: a glob that matches a folder covers what is in it. */
export function excluder(globs: readonly string[]): (path: string) => boolean {
  const options = { dot: true, nocomment: true, nonegate: true };
  const matchers = globs
    .filter((glob) => glob.length > 0)
    .flatMap((glob) => [
      new Minimatch(glob, options),
      new Minimatch(`${glob.replace(/\/+$/, '')}/**`, options),
    ]);
  return (path) => matchers.some((matcher) => matcher.match(path));
}

/** The excluder of the settings as they are now; the globs are compiled once for each state of the settings. */
export function excluderOf(settings: { readonly current: Settings }): (path: string) => boolean {
  let globs: readonly string[] | undefined;
  let excludes: (path: string) => boolean = () => false;
  return (path) => {
    if (settings.current.exclude !== globs) {
      globs = settings.current.exclude;
      excludes = excluder(globs);
    }
    return excludes(path);
  };
}
